import amplitude from "amplitude-js";
import { call, takeEvery } from "redux-saga/effects";
import { OPEN, TRACK } from "./actions";
function send(name: string, properties: object) { amplitude.getInstance().logEvent(name, properties); }
function* trackEvent(action: { type: string; eventName: string }) {
  const { eventName, type, ...properties } = action;
  yield call(send, eventName, properties);
}
function* showPanel(action: { eventName: string }) { yield call(console.info, action.eventName); }
export function* watch() {
  yield takeEvery(TRACK, trackEvent);
  yield takeEvery(OPEN, showPanel);
}
