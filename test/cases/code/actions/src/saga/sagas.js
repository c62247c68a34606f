import amplitude from "amplitude-js";
import { all, call, select, takeEvery, takeLatest } from "redux-saga/effects";

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
