import amplitude from "amplitude-js";
import posthog from "posthog-js";
import { all, call, put, select, take, takeEvery, takeLatest } from "redux-saga/effects";

export const TRACK = "TRACK";
export const COUNT = "COUNT";

export const track = (name, props) => ({ type: TRACK, payload: { name, props } });
export const count = (name) => ({ type: COUNT, name });

function* onTrack(action) {
  const id = yield select((state) => state.id);
  yield call([amplitude, amplitude.track], action.payload.name, { id });
  yield call([amplitude, "track"], "Saga Done", { id });
}

export function* watch() {
  yield all([
    takeEvery(TRACK, onTrack),
    takeLatest([COUNT], function* ({ name }) {
      amplitude.track(name);
    }),
  ]);
}

// A generator that takes its actions by itself, and effects that name a method by its text.
export function* watchNotes() {
  while (true) {
    const { payload } = yield take("NOTE");
    posthog.capture(payload.name, payload.details);
  }
}
export function* note() {
  yield put({ type: "NOTE", payload: { name: "Note Taken", details: { by: "take" } } });
  yield call([posthog, "capture"], "Note Kept", { size: 1 });
}

// What a saga yields and is no effect, it is given back; what it has called, too.
function* onReport(action) {
  const { name, data } = yield reportOf(action);
  const kept = yield call(keptOf, name);
  yield call([posthog, "capture"], kept, data);
}
const reportOf = ({ name, data }) => ({ name: `shop.${name}`, data });
const keptOf = (name) => `${name}.kept`;
export const reporting = [takeEvery("REPORT", onReport)];
export const report = (name, data) => ({ type: "REPORT", name, data });
