// What changed about the plan itself: its name, who answers for it, how it names things, where it looks, what it asks
// of rules.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Convention, Json, PlaceInCall, Plan, RuleSetting } from "../plan/plan.js";
import { listText, type Say, sayWords, type Texts } from "./thing-notes.js";

export function settingEdits(before: Plan, after: Plan, say: Say): void {
  const spans = [before.name.span, after.name.span] as const;
  const [was, is] = [before.name.value, after.name.value];
  if (was !== is) say("plan", "plan-renamed", is, was, is, ...spans);
  sayWords(say, "plan", "plan-documentation-changed", is, [planTexts(before), planTexts(after)], spans);
  for (const what of ["events", "properties", "attributes"] as const) {
    const [a, b] = [before.naming[what], after.naming[what]];
    if (conventionText(a) === conventionText(b)) continue;
    const places = [a.span ?? spans[0], b.span ?? spans[1]] as const;
    say("plan", "plan-naming-changed", what, conventionText(a), conventionText(b), ...places);
  }
  const code = [codeTexts(before), codeTexts(after)] as const;
  sayWords(say, "plan", "plan-code-changed", is, code, spans);
  const old = new Map(before.rules.map((setting) => [setting.rule.value, setting]));
  const now = new Map(after.rules.map((setting) => [setting.rule.value, setting]));
  for (const rule of new Set([...old.keys(), ...now.keys()])) {
    const [a, b] = [old.get(rule), now.get(rule)];
    const texts = [settingOf(a), settingOf(b)] as const;
    if (JSON.stringify(texts[0]) === JSON.stringify(texts[1])) continue;
    say("plan", "plan-rule-changed", rule, ...texts, a?.rule.span, b?.rule.span);
  }
}

function planTexts({ description, owners, people }: Plan): Texts {
  return {
    description: description?.value ?? null,
    owners: listText(owners),
    people: people.description?.value ?? null,
  };
}

function codeTexts({ code }: Plan): Texts {
  const calls = code.calls.map(({ call, given, event, properties }): readonly Json[] => [
    call.value,
    ...(given.length === 0 ? [] : [given.map(({ value }) => value)]),
    placeJson(event.value),
    properties === undefined ? null : placeJson(properties.value),
  ]);
  return {
    exclude: listText(code.exclude),
    presets: listText(code.presets),
    calls: calls.length === 0 ? null : JSON.stringify(calls),
  };
}

function placeJson(place: PlaceInCall): Json {
  return place.length === 1 ? place[0] : place;
}

function conventionText(convention: Convention): string {
  return "casing" in convention ? convention.casing : `/${convention.pattern}/`;
}

/** `error`, or with options `{ severity: error, words: [paid] }`; null where the plan says nothing. */
function settingOf(setting: RuleSetting | undefined): Json {
  if (setting === undefined) return null;
  const severity = setting.severity?.value ?? null;
  if (setting.options.length === 0) return severity;
  const named = ({ name, value }: { readonly name: Located<string>; readonly value: Located<Json> }) =>
    [name.value, value.value] as const;
  return { severity, ...Object.fromEntries(setting.options.map(named)) };
}
