import posthog from "posthog-js";
import * as clean from "./clean.js";

type Payload = Record<string, unknown>;

export const entries = (name: string, given: Payload) => posthog.capture(name, clean.byEntries(given));
export const keys = (name: string, given: Payload) => posthog.capture(name, clean.byKeys(given));
export const names = (name: string, given: Payload) => posthog.capture(name, clean.byName(given));
export const each = (name: string, given: Payload) => posthog.capture(name, clean.byEach(given));
export const reduced = (name: string, given: Payload) => posthog.capture(name, clean.byReduce(given));
export const spreads = (name: string, given: Payload) => posthog.capture(name, clean.bySpreads(given));
export const list = (name: string, given: Payload) => posthog.capture(name, clean.byList(given));
export const flat = (name: string, given: Payload) => posthog.capture(name, clean.byFlatList(given));
export const library = (name: string, given: Payload) => posthog.capture(name, clean.byLibrary(given));
export const test = (name: string, given: Payload) => posthog.capture(name, clean.byTest(given));
export const rename = (name: string, given: Payload) => posthog.capture(name, clean.byRename(given));
export const text = (name: string, given: Payload) => posthog.capture(name, clean.byText(given));
export const anyone = (name: string, given: Payload, keep: (key: string) => boolean) =>
  posthog.capture(name, clean.byAnyone(given, keep));
export const table = (name: string, given: Payload, to: Record<string, string>) =>
  posthog.capture(name, clean.byTable(given, to));
export const loops = (name: string, rows: Payload[]) => posthog.capture(name, clean.byLoops(rows));
export const nested = (name: string, given: Payload) => posthog.capture(name, clean.byNested(given, false));
export const allowed = (name: string, given: Payload) => posthog.capture(name, clean.byAllowed(given));
