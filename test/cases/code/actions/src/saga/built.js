// What a saga yields that is no instruction, it is given back as it is.
import posthog from "posthog-js";
import { call, takeEvery } from "redux-saga/effects";

export const sendReport = (place, data) => ({ type: "REPORT_SENT", place, data });

function build({ place, data }) {
  const name = `shop.${place}`;
  return { name, data };
}

export function* report(action) {
  const { name, data } = yield build(action);
  yield call(send, name, data);
}

const send = (name, data) => {
  posthog.capture(name, data);
};

export const reports = [takeEvery("REPORT_SENT", report)];

dispatch(sendReport("cart.open", { items: 2 }));
