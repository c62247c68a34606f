export abstract class Told {
  abstract eventName: string;
}
