// What a payload is after it was copied key by key: by functions of another file than the one that sends it.
import { isNil, mapKeys, mapValues, omitBy, pickBy, snakeCase } from "lodash";

type Payload = Record<string, unknown>;

const secrets = new Set(["email", "phone"]);
const allowed = ["total", "currency"];
const short: Record<string, string> = { quantity: "qty", currency: "cur" };

/** Leaves out keys of a set, and what is not there. */
export function byEntries(given: Payload): Payload {
  const left: Payload = {};
  for (const [key, value] of Object.entries(given)) {
    if (secrets.has(key.toLowerCase())) continue;
    if (value === undefined) continue;
    left[key] = value;
  }
  return left;
}

export function byKeys(given: Payload): Payload {
  const left: Payload = {};
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (value !== null && value !== undefined) left[snakeCase(key)] = value;
  }
  return left;
}

export function byName(given: Payload): Payload {
  const left: Payload = { shop: "harbor" };
  for (const key in given) if (allowed.includes(key)) left[key] = given[key];
  return left;
}

export function byEach(given: Payload): Payload {
  const left: Payload = {};
  Object.keys(given).forEach((key) => {
    const value = given[key];
    left[short[key] ?? key] = typeof value === "string" ? value : String(value);
  });
  return left;
}

export function byReduce(given: Payload): Payload {
  return Object.keys(given).reduce<Payload>((all, key) => {
    if (given[key] == null) return all;
    all[`shop_${key}`] = given[key];
    return all;
  }, {});
}

export const bySpreads = (given: Payload) =>
  Object.entries(given).reduce((all, [key, value]) => (key === "note" ? all : { ...all, [key]: value }), {
    app: "shop",
  });

export const byList = (given: Payload) =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [snakeCase(key), value]),
  );

export const byFlatList = (given: Payload) =>
  Object.fromEntries(
    Object.entries(given).flatMap(([key, value]) => (key.startsWith("_") ? [] : [[key, value]])),
  );

export const byLibrary = (given: Payload) => omitBy(given, isNil);
export const byTest = (given: Payload) => pickBy(given, (value, key) => key !== "note" && value !== null);
export const byRename = (given: Payload) => mapKeys(given, (_, key) => snakeCase(key));
export const byText = (given: Payload) => mapValues(given, (value) => String(value));

/** Which keys are left is not known here. */
export function byAnyone(given: Payload, keep: (key: string) => boolean): Payload {
  const left: Payload = {};
  for (const key of Object.keys(given)) if (keep(key)) left[key] = given[key];
  return left;
}

/** Under which keys is not known. */
export function byTable(given: Payload, names: Record<string, string>): Payload {
  const left: Payload = {};
  for (const [key, value] of Object.entries(given)) left[names[key]] = value;
  return left;
}

/** Only the last of them is what is put in. */
export function byLoops(rows: readonly Payload[]): Payload {
  const left: Payload = {};
  for (const row of rows) for (const key of Object.keys(row)) left[key] = row[key];
  return left;
}

/** What begins with a mark is left out where the test is nested. */
export function byNested(given: Payload, isStrict: boolean): Payload {
  const left: Payload = {};
  for (const [key, value] of Object.entries(given)) {
    if (isStrict) {
      if (key.startsWith("_")) continue;
    }
    left[key] = value;
  }
  return left;
}

/** Nothing but what a list names. */
export function byAllowed(given: Payload): Payload {
  const left: Payload = {};
  for (const key of allowed) if (key in given) left[key] = given[key];
  allowed.forEach((key) => {
    if (given[key] !== undefined) left[key] = given[key];
  });
  return left;
}
