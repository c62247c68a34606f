import { paid, orderCompleted } from "./parts";
import { Orders } from "./told";

orderCompleted({ order_id: "a", total: "40" });
orderCompleted({ order_id: 7, total: 40 });
orderCompleted(unknownOrder);
paid("cash", 40);
paid("card", 40);
paid(cart.payment, cart.total);
new Orders().done({ id: 5, first: true });

const Thanks = ({ coupon, onClose }) => {
  analytics.track("Order Completed", { coupon });
  return <button onClick={onClose} />;
};
export const page = () => <Thanks coupon={3} onClose={close} />;

// Another function of that name is another function.
const local = { paid: (how: string) => how };
local.paid("cash");
