import ReactGA from "react-ga4";

// Nothing says that this is about events: who calls it may mean something else.
export function clean(name: string): void {
  ReactGA.event(JSON.parse(name));
}
