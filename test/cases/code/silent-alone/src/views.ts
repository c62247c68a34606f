// A call was found: nothing is silent about it, wherever else it is imported.
import ReactGA from "react-ga4";

export const opened = (): void => ReactGA.event("opened");
