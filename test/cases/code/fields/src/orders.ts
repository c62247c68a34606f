import mixpanel from "mixpanel-browser";

// What a function makes of a name is handed to a class, and called there by the field that holds it.
type Teller = (what: string) => void;

const tellerOf = (part: string): Teller => {
  const tell = (what: string) => mixpanel.track(`${part}_${what}`);
  return tell;
};

class Orders {
  track: Teller;
  constructor(given: Teller = () => {}) {
    this.track = given;
  }
  cancel() {
    this.track("cancelled");
  }
}

class Returns {
  private readonly _track: Teller;
  constructor(given: Teller = () => {}) {
    this._track = given;
  }
  track(what: string) {
    return this._track(what);
  }
  take() {
    this.track("taken");
  }
}

const orders = new Orders(tellerOf("order"));
orders.cancel();
new Returns(tellerOf("return")).take();
