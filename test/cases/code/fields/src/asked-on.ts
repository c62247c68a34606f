import mixpanel from "mixpanel-browser";

// What a class above gives is of the class that it is asked on.
abstract class Service {
  static get instance() {
    return shopServices.get(this.name);
  }
  get later() {
    return new Proxy(this, {
      get:
        (target, key) =>
        (...args: unknown[]) =>
          queueMicrotask(() => target[key](...args)),
    });
  }
  quietly() {
    return this;
  }
}

export class Reports extends Service {
  report(event: string) {
    mixpanel.track(event);
  }
}

export class Prices extends Service {
  report(price: string) {
    console.log(price);
  }
}

/** Tells an event whenever a method runs. */
const Told = (event: string) => (_target: unknown, _key: string, descriptor: PropertyDescriptor) => ({
  ...descriptor,
  value(...args: unknown[]) {
    Reports.instance.report(event);
    return descriptor.value.apply(this, args);
  },
});

export class Shop {
  constructor(private readonly reports: Reports) {}
  @Told("Shop Opened")
  open() {
    this.reports.later.report("Lights Lit");
    this.reports.quietly().report("Till Opened");
    Prices.instance.report("4.00");
  }
}
