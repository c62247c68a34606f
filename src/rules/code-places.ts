// Where in the code a finding belongs, and how a mend is written there.
import { type Emission, keptBack, type ShapeProperty } from "../code/emission.js";
import type { Fix, Related, Span, TextEdit } from "../diagnostics/diagnostic.js";
import type { CodeCall, SentEvent, UnplannedEvent } from "./code-index.js";

/** True where a place lies in a call, and not in a constant or a variable that it uses. */
export function isInside(span: Span, outer: Span): boolean {
  return span.file === outer.file && outer.start <= span.start && span.end <= outer.end;
}

/**
 * The files that a call sends from: its own, and that of the function which it calls where nothing that it gives is the
 * name.
 */
export function sendersOf({ name, span, via }: Emission): readonly string[] {
  const isGiven = name === undefined || name.span.start !== span.start || name.span.end !== span.end;
  return isGiven || via === undefined ? [span.file] : [span.file, via.span.file];
}

/** The text of a call that names an event: what is wrong with sending it is told there. */
export function nameAt({ emission }: CodeCall, { name }: SentEvent): Span {
  if (name !== undefined && isInside(name.span, emission.span)) return name.span;
  return emission.name?.span ?? emission.span;
}

/** Where an unplanned name is told: where it is written, or the call where it is put together. */
export function writtenAt({ name, emissions }: UnplannedEvent): Span {
  const [first] = emissions;
  if (first === undefined || name.replaceable || isInside(name.span, first.span)) return name.span;
  if (name.written !== undefined && isInside(name.written.span, first.span)) return name.written.span;
  return first.name?.span ?? first.span;
}

/**
 * The call as a second place, where the first lies elsewhere: the one that sends, for what its function is given, and
 * those who give, for what that function gets from all of them.
 */
export function sentAt(place: Span, emissions: readonly Emission[]): readonly Related[] {
  const related = new Map<string, Related>();
  for (const { name, span, sentBy } of emissions) {
    const isOwn = isInside(place, sentBy ?? span);
    if (isOwn && sentBy === undefined) continue;
    const at = sentBy === undefined ? (name?.span ?? span) : isOwn ? span : sentBy;
    const message = isOwn ? "called here" : "sent here";
    related.set(`${message} ${at.file} ${at.start}`, { message, span: at });
  }
  return [...related.values()].slice(0, 5);
}

/** A text in the quotes that stand at a place. */
export function quotedLike(written: string, text: string): string {
  const quote = written.charAt(0);
  if (quote === "'")
    return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
  if (quote === "`" && !/[`\\]|\$\{/.test(text)) return `\`${text}\``;
  return JSON.stringify(text);
}

/**
 * Renames the key of an object that is written in a call; undefined where the code does not show how. `{ total }`
 * becomes `{ value: total }`.
 */
export function renameKey(
  text: string | undefined,
  key: ShapeProperty,
  to: string,
): Fix["edits"] | undefined {
  if (text === undefined) return undefined;
  const { span } = key;
  const written = text.slice(span.start, span.end);
  const after = /^\s*(?<mark>[:,}]|=(?![=>]))/.exec(text.slice(span.end, span.end + 200))?.groups?.mark;
  const isQuoted = /^["']/.test(written);
  const isName = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(to);
  const edit = (replaced: string): readonly TextEdit[] => [{ span, text: replaced }];
  // What is sent under another name than is written here gets it elsewhere.
  if ((isQuoted ? written.slice(1, -1) : written) !== key.name) return undefined;
  if (isQuoted) return after === ":" ? edit(quotedLike(written, to)) : undefined;
  const name = isName ? to : JSON.stringify(to);
  if (after === ":") return edit(name);
  // `payload.total = 1`
  if (after === "=") return isName ? edit(name) : undefined;
  return after === undefined ? undefined : edit(`${name}: ${written}`);
}

/** Names in a sentence: `"a"`, `"a" and "b"`, `"a", "b" and "c"`. */
export function namesText(names: readonly string[], and = "and"): string {
  const quoted = names.map((name) => `"${name}"`);
  const last = quoted.pop() ?? "";
  return quoted.length === 0 ? last : `${quoted.join(", ")} ${and} ${last}`;
}

/** The events that a call is known to send, where they are some that it should not; of supposed ones, all or none. */
export function sentWrongly(
  call: CodeCall,
  isWrong: (event: SentEvent["event"]) => boolean,
): readonly SentEvent[] {
  const wrong = call.events.filter(({ event }) => isWrong(event));
  return call.supposed && wrong.length < call.events.length ? [] : wrong;
}

/**
 * Calls without those that may be none and name what another call certainly sends: what hands a message on to that call
 * names it, too, and is no second mistake.
 */
export function withoutDoubled(calls: readonly CodeCall[]): readonly CodeCall[] {
  const sure = new Set(
    calls.flatMap(({ emission, events }) =>
      emission.doubt === undefined ? events.map(({ event }) => event.name.value) : [],
    ),
  );
  return calls.filter(
    ({ emission, events }) =>
      emission.doubt === undefined || !events.every(({ event }) => sure.has(event.name.value)),
  );
}

/** An event that should not be sent, the call that is told of it, and how many calls there are. */
export type WrongEvent = { readonly event: SentEvent["event"]; readonly at: Span; readonly spans: Span[] };

/** The events of a kind that calls send, each once: what is sent in many places is one mistake. */
export function wrongEvents(
  calls: readonly CodeCall[],
  isWrong: (event: SentEvent["event"]) => boolean,
): readonly WrongEvent[] {
  const told = new Map<string, WrongEvent>();
  for (const call of calls) {
    for (const sent of sentWrongly(call, isWrong)) {
      if (sent.name === undefined) continue;
      const at = nameAt(call, sent);
      const same = told.get(sent.event.name.value);
      if (same === undefined) told.set(sent.event.name.value, { event: sent.event, at, spans: [at] });
      else same.spans.push(at);
    }
  }
  return [...told.values()];
}

/** ` in 2 places`, behind what is told once for all of them; nothing for one. */
export function placesText({ spans }: WrongEvent): string {
  return spans.length > 1 ? ` in ${spans.length} places` : "";
}

/** The other places of it, the first few. */
export function otherPlaces({ spans }: WrongEvent): readonly Related[] {
  return spans.slice(1, 6).map((span) => ({ message: "also sent here", span }));
}

/** Whether a call names an event of the plan, however it spells it. */
export function namesPlanned({ events, unplanned }: CodeCall): boolean {
  return events.length + unplanned.length > 0;
}

/**
 * Whether a call is held to the plan: one that may be no emission is where it names an event of the plan, and none is
 * that a condition keeps from being sent.
 */
export function isJudgedCall(call: CodeCall): boolean {
  const { doubt } = call.emission;
  return doubt === undefined || (doubt !== keptBack && namesPlanned(call));
}
