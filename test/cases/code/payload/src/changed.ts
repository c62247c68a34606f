// What is put into an object, a list or a field after it was made is in it when it is sent.
import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "x" });
const userId = "1";

export function put(more: boolean, key: string) {
  const properties: Record<string, unknown> = { total: 1 };
  properties.currency = "EUR";
  if (more) properties["coupon"] = "X";
  properties.total += 2;
  delete properties.gone;
  analytics.track({ userId, event: "Put", properties });
  const other: Record<string, unknown> = {};
  other[key] = 1;
  analytics.track({ userId, event: "By Key", properties: other });
}

export function copied(order: { id: string }) {
  const properties = { total: 1 };
  Object.assign(properties, { currency: "EUR" });
  analytics.track({ userId, event: "Copied", properties });
  const same = { total: 1 } as { total: number; currency?: string };
  const alias = same;
  alias.currency = "EUR";
  analytics.track({ userId, event: "By Another Name", properties: same });
  const filled = {};
  fillFrom(order, filled);
  analytics.track({ userId, event: "By A Function", properties: filled });
  const told = { total: 1 };
  console.log(told);
  analytics.track({ userId, event: "Only Told", properties: told });
}

function fillFrom(order: { id: string }, into: { id?: string }) {
  into.id = order.id;
}

export function listed(skus: string[]) {
  const items: object[] = [];
  const tags = ["a"];
  for (const sku of skus) items.push({ sku });
  analytics.track({ userId, event: "Listed", properties: { items, tags } });
}

export function replaced(more: boolean) {
  let properties: object = { total: 1 };
  if (more) properties = { ...properties, coupon: "X" };
  analytics.track({ userId, event: "Replaced", properties });
  let count = 0;
  count = 1;
  count += skip();
  analytics.track({ userId, event: "Counted", properties: { count } });
}

export class Cart {
  private count = 0;
  private state = "open";
  private properties: object = {};
  load(total: number) {
    this.properties = { total };
    this.count++;
    this.state = next();
  }
  send() {
    analytics.track({ userId, event: "Of A Field", properties: this.properties });
    analytics.track({ userId, event: "Of Fields", properties: { count: this.count, state: this.state } });
  }
}
