import { put } from "redux-saga/effects";
import { noted } from "./registered";
import { count, report, track } from "./sagas";

export function open(dispatch) {
  dispatch(track("Saga Opened", { from: "menu" }));
  dispatch(count("Saga Counted"));
}

export function* close() {
  yield put(track("Saga Closed"));
  yield put({ type: "COUNT", name: "Saga Closed Again" });
}
export const add = (dispatch) => dispatch(report("cart.add", { size: 1 }));
export const note = (dispatch) => dispatch(noted("Cart Noted", 2));
