import { count, send } from "./epics";

export function open(dispatch) {
  dispatch(send("Epic Opened"));
  dispatch(count("Epic Counted"));
}
