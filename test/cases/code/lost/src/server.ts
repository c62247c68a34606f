// No library: the words say what it is.
export function serverCaptureEvent(eventType: string, props?: object): void {
  void analyticsDb.insert(eventType, props);
}
serverCaptureEvent("Cart Stored", { items: 2 });

export const trackUserAction = ({ eventCategory, eventAction }: { eventCategory: string; eventAction: string }): void => {
  void import("@company/analytics").then(({ record }) => record([eventCategory.toUpperCase(), eventAction.toUpperCase()]));
};
trackUserAction({ eventCategory: "Cart", eventAction: "Cart Emptied" });
