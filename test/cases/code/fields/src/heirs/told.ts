import mixpanel from "mixpanel-browser";

// A name that each heir of an abstract class says.
export abstract class Told {
  protected abstract readonly eventName: string;
  protected abstract get part(): string;
  protected abstract size: number;
  tell() {
    mixpanel.track(this.eventName, { size: this.size });
  }
  fail() {
    mixpanel.track(`${this.part} Failed`);
  }
}

export abstract class OfCart extends Told {
  get part() {
    return "Cart";
  }
}
