// Sinks that are objects, kept in a list by a method without types, and told one after the other.
import mixpanel from "mixpanel-browser";

export class Sinks {
  constructor() {
    this.all = [];
    this.others = [];
    this.keys = {};
  }
  register(one) {
    this.all.push(one);
  }
  subscribe(...more) {
    this.others = this.others.concat(more);
  }
  say(name) {
    this.all.forEach((one) => one.send(name));
  }
  tell(entry) {
    if (!entry.type) return;
    const whole = Object.assign({}, this.keys, entry);
    for (const one of this.others) one.write(whole);
  }
}

export class ToMixpanel {
  send(name) {
    mixpanel.track(name);
  }
  write(entry) {
    mixpanel.track(entry.type, { shelf: entry.shelf });
  }
}
