// Names that a package has, which need not be installed to be sent.
import { ActionType, clickedShowMore } from "@shop/schema";
import { useTracking } from "react-tracking";

export function Cart({ id }: { id: string }) {
  const { trackEvent } = useTracking();
  const more = () => trackEvent(clickedShowMore({ id }));
  const trackErrorEvent = (title: string, code?: string) =>
    trackEvent({ action: ActionType.errorViewed, title, code });
  trackErrorEvent("Payment has been declined.");
  return <a onClick={more} />;
}
