@Injectable()
export class A {
  @Input() name!: string;
  run() {
    analytics.track("Decorated");
  }
}
