// In a static method `this` is the class: what it calls so is static, too.
import mixpanel from "mixpanel-browser";

class Base {
  static tell(name) {
    mixpanel.track(`Shop: ${name}`);
  }
}

export class Track extends Base {
  static event(name, about) {
    mixpanel.track(name, about);
  }
  // An instance has one of the same name.
  event(name) {
    Track.event(`Instance ${name}`, {});
  }
  static opened(items) {
    this.event("Cart Opened", { items });
    super.tell("Cart Opened");
    return () => this.event("Cart Left", {});
  }
  closed() {
    this.event("Cart Closed");
  }
}
