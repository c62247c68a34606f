// Nobody sees what is done with these names, but what they are.
import { Watched } from "@shop/elements";
import { useSteps } from "./steps";
import { CART_EVENTS, TrackingEvents } from "./analytics/events";

export function Cart({ isShared }) {
  const steps = useSteps();
  steps.next(isShared ? TrackingEvents.CartShared : TrackingEvents.CartSaved, { items: 2 });
  steps.done({ name: TrackingEvents.CartPrinted, at: 2 });
  return (
    <Watched {...CART_EVENTS.OPENED}>
      <Watched as={TrackingEvents.CartLeft} />
    </Watched>
  );
}
