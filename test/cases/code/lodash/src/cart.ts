import { AnalyticsBrowser } from "@segment/analytics-next";
import _, { isEmpty, isNil, omit, omitBy, pick } from "lodash";
import get from "lodash/get";

const analytics = AnalyticsBrowser.load({ writeKey: "key" });

// What is asked through lodash is asked of callers all the same.
function send(options: { name?: string; silent?: boolean }, cart?: { id?: string }) {
  if (get(options, "silent") || isNil(cart)) return;
  if (isEmpty(cart.id)) return;
  analytics.track(get(options, "name", "Cart Opened"));
}
send({ name: "Cart Shared" }, { id: "1" });
send({}, { id: "1" });
send({ silent: true }, { id: "1" });
send({ name: "Cart Lost" });
send({ name: "Cart Emptied" }, {});

// Keys that are named are known; where they are not, nothing is.
export function payloads(order: any, keys: string[]) {
  const whole = { id: order.id, total: order.total, note: "private" };
  analytics.track("Picked", pick(whole, ["id", "total"]));
  analytics.track("Picked From Unknown", pick(order, "id"));
  analytics.track("Picked By Chance", pick(whole, keys));
  analytics.track("Left Out", omit(whole, "note"));
  analytics.track("Nothing Left Out", omitBy({ id: order.id, coupon: order.coupon ?? null }, isNil));
  analytics.track("Chosen", _.pickBy(whole, (_value, key) => keys.includes(key)));
  analytics.track("Put Together", _.assign({}, { id: 1 }, { total: 2 }));
  analytics.track("Filled In", _.defaults({ id: 1 }, { id: "none", total: 2 }));
}
