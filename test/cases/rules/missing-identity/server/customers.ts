import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey });

// The first value of a field is the place for what is set later, by whomever.
class Customer {
  id = "";
  email: string | null = null;
  static from(body) {
    return Object.assign(new Customer(), body);
  }
}

class Visitor {
  readonly id = "";
}

export function ordered(request) {
  analytics.track({ userId: Customer.from(request.body).id, event: "Order Completed" });
  const customer = new Customer();
  customer.id = request.body.id;
  analytics.track({ userId: customer.id, event: "Order Completed" });
  analytics.track({ userId: new Visitor().id, event: "Order Completed" });
}
