import MatomoTracker from "@datapunt/matomo-tracker-js";
import ReactGA from "react-ga4";

const tracker = new MatomoTracker({ urlBase: "https://example.com" });

const asTexts = (event: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(event).map(([key, value]) => [key, JSON.stringify(value)]));

// What the event is made into can't be followed, and who calls this sends one all the same.
export function trackEvent(event: Record<string, unknown>): void {
  const texts = asTexts(event);
  if (texts.category) tracker.trackEvent(texts);
  ReactGA.event(texts);
}

// What comes from nobody's parameter is nobody's name.
export function trackStart(event: { at: number }): void {
  ReactGA.event(asTexts(JSON.parse(document.title)));
  console.log(event.at);
}
