import { record } from "events";
// Below the root that the module resolver has in .babelrc.
export const pay = (order) => record(order.customerId, "Paid");
export const done = (userId, name) => record(userId, `${name} at Last`);
