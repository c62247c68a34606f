import mixpanel from "mixpanel-browser";

// A team's own, which sends the name of the method.
function Counted() {
  return (_target: unknown, key: string, descriptor: PropertyDescriptor) => {
    const original = descriptor.value;
    descriptor.value = function (...args: unknown[]) {
      mixpanel.track(`${key} called`, { count: args.length });
      return original.apply(this, args);
    };
  };
}

export class Till {
  @Counted()
  openDrawer(amount: number) {
    return amount;
  }

  @Counted()
  closeDrawer() {}
}
