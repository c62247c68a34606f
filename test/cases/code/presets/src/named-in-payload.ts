// The name stands in the payload: which of the two goes with which name is no question of types.
import ReactGA from "react-ga4";

ReactGA.event({ category: "Menu", action: isOpen ? "Opened" : "Closed" });
