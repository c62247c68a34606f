import ReactGA from "react-ga4";

ReactGA.initialize("G-1");
