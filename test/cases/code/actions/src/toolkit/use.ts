import { cartOpened, counted, noted, sent, tracked } from "./slice";

export function go(dispatch) {
  dispatch(tracked({ name: "Toolkit Tracked" }));
  dispatch(noted("Toolkit Noted"));
  dispatch(sent({ event: "Toolkit Sent", props: { from: "menu" } }));
  dispatch(counted("Toolkit Counted"));
  dispatch(cartOpened("the listener says the name"));
}
