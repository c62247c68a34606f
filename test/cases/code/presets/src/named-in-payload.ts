// The name stands in the payload: which of the two goes with which name is no question of types.
import { event } from "react-ga";

event({ category: "Menu", action: isOpen ? "Opened" : "Closed" });
