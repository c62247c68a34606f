import posthog from "posthog-js";
import { slug } from "some-package";
import { nameOf } from "./codes";

const table = JSON.parse("{}") as Record<string, string>;

const found = (key: string) => {
  const name = table[key];
  if (name !== undefined) return name;
  throw new Error(key);
};

export const byCode = (code: number) => posthog.capture(nameOf(code));
export const bySlug = (title: string, about?: object) => posthog.capture(slug(title), about);
export const byTable = (kind: string) => posthog.capture(table[kind]);
export const byLookup = (kind: string) => {
  const name = found(kind);
  posthog.capture(name);
};
// Further out, through an object.
const send = (event: { name: string; about?: object }) => bySlug(event.name, event.about);
export const further = (name: string) => send({ name });

// Who calls it writes nothing out: what has no name is the call in it, once.
export const ofItem = (item: { kind: string }) => posthog.capture(slug(item.kind));
export const ofTitle = (title: string) => posthog.capture(slug(title));
// It is given what is no text, and is one call.
export const ofUser = (user: { isNew: boolean }) => posthog.capture(slug(user));

// Of what has a text of its own, that is known.
export const opened = (title: string) => posthog.capture(`opened_${slug(title)}`);
export const closed = (title: string) => posthog.capture(`closed_${slug(title)}`);
