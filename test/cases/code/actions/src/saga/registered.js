// Large applications gather in one file who handles what.
import { takeLatest } from "redux-saga/effects";
import * as saga from "./handlers";

export const NOTED = "shop/noted";
export const noted = (key, more) => ({ type: NOTED, payload: { key, more } });

export default function* register() {
  yield takeLatest(NOTED, saga.trackEvent);
}
