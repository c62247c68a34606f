import { outbox } from "@shop/outbox";
import { takeLatest } from "redux-saga/effects";
import { trackShopEvent } from "./reports";

const analytics = outbox({ name: "shop" });

function* tell({ payload }: ReturnType<typeof trackShopEvent>) {
  analytics.push(payload.key, { ...payload.about });
}

export function* reports() {
  yield takeLatest(trackShopEvent.type, tell);
}

// A list is no queue of a library's.
export function rows(names: readonly string[]) {
  const analytics: string[] = [];
  for (const name of names) analytics.push(name);
  return analytics;
}
