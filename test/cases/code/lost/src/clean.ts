import ReactGA from "react-ga4";

// Nothing says that this is about events but what it calls: nobody knows how those are called in the end.
export function clean(name: string): void {
  ReactGA.event(JSON.parse(name));
}
