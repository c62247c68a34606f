import { useShopAnalytics } from "shop-kit";
type SendEvent = (action: string) => void;
export function Page() {
  const analytics = useShopAnalytics();
  const sendEvent = (action: string): void => { analytics.sendEvent({ category: "Page", action }); };
  return <Hero sendEvent={sendEvent} />;
}
function Hero({ sendEvent }: { sendEvent: SendEvent }) {
  return <button onClick={() => sendEvent("hero clicked")} />;
}
