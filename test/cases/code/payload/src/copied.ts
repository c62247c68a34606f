// Payloads that are copied key by key: what is in them is in the copy, less what is left out on the way.
import { withoutSecrets } from "./cleaner.js";

type Properties = Record<string, unknown>;

function present(all: Properties) {
  const kept: Properties = {};
  for (const [key, value] of Object.entries(all)) {
    if (value === undefined) continue;
    kept[key] = value;
  }
  return kept;
}

function ofKeys(all: Properties) {
  const kept: Properties = { app: "shop" };
  Object.keys(all).forEach((key) => {
    if (all[key] !== null) kept[key] = all[key];
  });
  return kept;
}

function within(all: Properties) {
  const kept: Properties = {};
  for (const key in all) kept[key] = all[key];
  return kept;
}

const reduced = (all: Properties) =>
  Object.entries(all).reduce<Properties>((kept, [key, value]) => (value === null ? kept : { ...kept, [key]: value }), {});

const folded = (all: Properties) =>
  Object.keys(all).reduce((kept: Properties, key) => {
    kept[key] = all[key];
    return kept;
  }, {});

function filled(all: Properties) {
  const kept: Properties = {};
  for (const key in all) if (all[key]) kept[key] = all[key];
  return kept;
}

// These give it other names, or other values.
function renamed(all: Properties) {
  const kept: Properties = {};
  for (const [key, value] of Object.entries(all)) kept[key.toUpperCase()] = value;
  return kept;
}
function written(all: Properties) {
  const kept: Properties = {};
  for (const [key, value] of Object.entries(all)) kept[key] = String(value);
  return kept;
}
function ofAnother(all: Properties, others: Properties) {
  const kept: Properties = {};
  for (const key of Object.keys(all)) kept[key] = others[key];
  return kept;
}

export function copied(count: number) {
  analytics.track("Present", present({ count, note: undefined }));
  analytics.track("Of Keys", ofKeys({ count }));
  analytics.track("Within", within({ count }));
  analytics.track("Reduced", reduced({ count }));
  analytics.track("Folded", folded({ count }));
  analytics.track("Without Secrets", withoutSecrets({ count, email: "a@b.example" }));
  analytics.track("Not Null", ofKeys({ count: null, note: count > 1 ? null : "one", more: count > 2 ? undefined : "" }));
  analytics.track("Filled", filled({ count: 0, note: "", more: count > 2 ? "" : "much" }));
  analytics.track("Renamed", renamed({ count }));
  analytics.track("Written", written({ count }));
  analytics.track("Of Another", ofAnother({ count }, {}));
  analytics.track("As Text", { count: load().size.toString() });
}
