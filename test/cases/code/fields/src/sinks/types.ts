export interface PaySink {
  advance(step: string): void;
}
export interface ShopSink extends PaySink {
  closed(): void;
}
export abstract class Steps implements ShopSink {
  abstract advance(step: string): void;
  closed() {}
}
