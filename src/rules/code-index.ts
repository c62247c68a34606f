// What the code sends, held side by side with the plan: lookups that the rules of the code share.
import type { CodeScan, Emission, NamePattern, PossibleName } from "../code/emission.js";
import type { Fix, Span } from "../diagnostics/diagnostic.js";
import type { Plan, PlanEvent } from "../plan/plan.js";
import { isInside, isJudgedCall, namesPlanned, renameKey, sendersOf } from "./code-places.js";
import { heldTo, isJudged } from "./code-presets.js";
import { asCallersGive, givenPayloads } from "./given-payloads.js";
import { isHeldByTypes } from "./held-by-types.js";
import { type JudgedAttributes, judgedAttributes } from "./judged-attributes.js";
import { type JudgedPayload, judgedPayloads } from "./judged-payloads.js";
import { isBareOf, isTrialOf, matchesPattern, saysLittle } from "./name-patterns.js";
import { NearNames } from "./near-names.js";
import type { PlanIndex } from "./plan-index.js";
import { mayFit, namedEvents, plannedSuspects } from "./planned-suspects.js";
import { placeKey, rightKeys } from "./right-keys.js";
import type { MisspelledKey } from "./shape-issues.js";
import type { Difference } from "./similar-names.js";

/** An event of the plan that a call sends. */
export type SentEvent = {
  readonly event: PlanEvent;
  /** How the code names it; undefined where text with holes fits it, which is `loose` where it begins with one. */
  readonly name: PossibleName | undefined;
  readonly loose?: boolean;
};

/** The event that a name was probably meant to name. */
export type Meant = {
  readonly event: PlanEvent;
  readonly difference: Difference | "alias";
  readonly certain: boolean;
};

/** A name that no event of the plan has. */
export type UnplannedName = { readonly name: PossibleName; readonly meant: Meant | undefined };

/** The same, with every call that sends it: what is written once is one mistake. */
export type UnplannedEvent = UnplannedName & { readonly emissions: readonly Emission[] };

/** A call that is held to the plan. */
export type CodeCall = {
  readonly emission: Emission;
  /** The plan's sources whose paths its file matches. */
  readonly sources: readonly string[];
  /** The events of the plan that it can send; empty for a call that sends no event. */
  readonly events: readonly SentEvent[];
  readonly unplanned: readonly UnplannedName[];
  /** The events that names of a call which may be no emission are near to: nothing is judged by that. */
  readonly near: readonly PlanEvent[];
  /** Texts with holes that no event of the plan fits, whatever fills them. */
  readonly unplannedPatterns: readonly NamePattern[];
  /** True where it may send other events than these. */
  readonly open: boolean;
  /** True where a type alone names several, of which no call is known to send any: what is wrong with all is wrong. */
  readonly supposed: boolean;
};

/** Lives as long as one check runs. */
export class CodeIndex {
  readonly #plan: Plan;
  readonly #index: PlanIndex;
  readonly scan: CodeScan;
  readonly #built = new Map<string, unknown>();

  constructor(plan: Plan, index: PlanIndex, scan: CodeScan) {
    this.#plan = plan;
    this.#index = index;
    this.scan = scan;
  }

  /**
   * Every call that is held to the plan: those that reach its destination, outside of tests. One that may be no
   * emission is one where it names an event of the plan, or can mean no other, and is held to that event.
   */
  get calls(): readonly CodeCall[] {
    return this.#once("calls", () => this.#candidates.filter(isJudgedCall));
  }

  /** The calls that may be no emissions, and name no event of the plan. */
  get doubtfulCalls(): readonly CodeCall[] {
    return this.#once("doubtfulCalls", () => this.#candidates.filter((call) => !isJudgedCall(call)));
  }

  get #candidates(): readonly CodeCall[] {
    return this.#once("candidates", () =>
      this.scan.emissions
        .filter((emission) => emission.forwards !== true && this.isHeldToPlan(emission))
        .map((emission) => this.#call(heldTo(emission, this.#plan))),
    );
  }

  /** The call inside the wrapper that a call goes through, where that hands on what its callers give. */
  insideOf({ via }: Emission): Emission | undefined {
    if (via === undefined) return undefined;
    const inside = this.#once("inside", () =>
      this.scan.emissions.filter(({ forwards }) => forwards === true),
    );
    return this.#once(`inside ${via.span.file} ${via.span.start}`, () =>
      inside.find(({ span }) => isInside(span, via.span)),
    );
  }

  /** Those of them that send events. */
  get eventCalls(): readonly CodeCall[] {
    return this.#once("eventCalls", () => this.calls.filter(({ emission }) => this.#sendsEvents(emission)));
  }

  /** False for calls of tests, and for those to products that the plan says nothing about. */
  isHeldToPlan(emission: Emission): boolean {
    return !emission.test && isJudged(emission, this.#plan);
  }

  /**
   * The calls of functions that send an event by a name of their own, with what these give: the call inside is of `calls`.
   */
  get givenCalls(): readonly CodeCall[] {
    return this.#once("givenCalls", () =>
      (this.scan.given ?? [])
        .filter((emission) => this.isHeldToPlan(emission))
        .map((emission) => this.#call(heldTo(emission, this.#plan)))
        .filter((call) => call.emission.doubt === undefined && namesPlanned(call)),
    );
  }

  /** The call that is listed for what a caller gives: undefined where that is not held to the plan. */
  sentBy({ sentBy }: Emission): Emission | undefined {
    const of = ({ emission }: CodeCall): [string, Emission] => [placeKey(emission.span), emission];
    const listed = this.#once("listed", () => new Map(this.calls.map(of)));
    return sentBy === undefined ? undefined : listed.get(placeKey(sentBy));
  }

  /**
   * The payloads that are not as the plan says, for each event that they may be the payload of: of the calls that send,
   * and of what callers give to functions that do.
   */
  get payloads(): readonly JudgedPayload[] {
    return this.#once("payloads", () => {
      const judged = this.eventCalls.flatMap((call) => judgedPayloads(call, this.#index));
      const own = asCallersGive(judged, this.givenCalls);
      return [...own, ...givenPayloads(this.givenCalls, own, this.#index)];
    });
  }

  /** The attributes that calls set and that are not as the plan says. */
  get attributes(): readonly JudgedAttributes[] {
    return this.#once("attributes", () => judgedAttributes(this.calls, this.#plan, this.#index));
  }

  /** The names that no event of the plan has, each place of the code once. */
  get unplannedNames(): readonly UnplannedEvent[] {
    return this.#once("unplannedNames", () => {
      const found = new Map<string, UnplannedName & { readonly emissions: Emission[] }>();
      for (const { emission, unplanned } of this.eventCalls) {
        for (const one of unplanned) {
          const { name, span } = one.name;
          const key = JSON.stringify([name, span.file, span.start]);
          const known = found.get(key);
          if (known === undefined) found.set(key, { ...one, emissions: [emission] });
          else known.emissions.push(emission);
        }
      }
      return [...found.values()];
    });
  }

  /** The code under a span. */
  textOf({ file, start, end }: Span): string {
    return this.scan.texts.get(file)?.slice(start, end) ?? "";
  }

  /** Renames a misspelled key; undefined where the code does not show how. */
  keyFix({ written, meant, certain }: MisspelledKey, emission: Emission): Fix | undefined {
    const edits = renameKey(this.scan.texts.get(written.span.file), written, meant.name.value);
    // What is written once for several events may be right for another one.
    const isRight = this.#once("rightKeys", () => rightKeys(this.eventCalls)).has(placeKey(written.span));
    if (edits === undefined || isRight) return undefined;
    // What is written elsewhere may be read by others too.
    const isOwn = isInside(written.span, emission.span);
    // What a function is given, it may read by that key.
    const isGiven = emission.sentBy !== undefined;
    const safe = certain && isOwn && !isGiven && !isHeldByTypes(emission, written.span, this.scan.texts);
    return { title: `rename to "${meant.name.value}"`, safe, edits };
  }

  /** True for a source all of whose files were looked at, of which there are some. */
  wasScanned(source: string): boolean {
    return this.scan.partial !== true && (this.scan.filesOf?.get(source) ?? 0) > 0;
  }

  /** The sources in which some call may send any event: what they do not send is not known. */
  hasOpenCalls(source: string): boolean {
    return this.#openSources.has(source);
  }

  get #openSources(): ReadonlySet<string> {
    // Whatever a message names may be posted from anywhere.
    const openIn = ({ emission: { name }, open, sources }: CodeCall): Iterable<string> =>
      open ? (name?.isHeard === true ? this.#index.sources.keys() : sources) : [];
    return this.#once("openSources", () => {
      const unread = this.scan.problems.flatMap(({ span }) => this.scan.sourcesOf(span.file));
      return new Set([...this.#candidates.flatMap((call) => [...openIn(call)]), ...unread]);
    });
  }

  /** The calls that certainly or possibly send an event, by its name. */
  get callsByEvent(): ReadonlyMap<string, readonly CodeCall[]> {
    return this.#once("callsByEvent", () => {
      const found = new Map<string, CodeCall[]>();
      for (const call of this.eventCalls) {
        const meant = call.unplanned.flatMap((one) => one.meant?.event ?? []);
        const events = new Set([...call.events.map(({ event }) => event), ...meant]);
        for (const { name } of events) {
          const calls = found.get(name.value);
          if (calls === undefined) found.set(name.value, [call]);
          else calls.push(call);
        }
      }
      return found;
    });
  }

  /** The events that calls which may be no emissions may send, by their names or by such as are near to those. */
  get mayBeSent(): ReadonlySet<PlanEvent> {
    const mayBe = (call: CodeCall): readonly PlanEvent[] =>
      isJudgedCall(call) ? call.near : [...call.near, ...mayFit(call.emission, this.#index)];
    return this.#once("mayBeSent", () => {
      const suspects = plannedSuspects(this.scan, this.#index, this.callsByEvent);
      const suspected = suspects.flatMap((one) => namedEvents(one, this.#index));
      return new Set([...this.#candidates.flatMap(mayBe), ...suspected]);
    });
  }

  /** The event that a name which is not in the plan was meant to name: a page is none that is tracked. */
  #meant(name: string, method: Emission["method"]): Meant | undefined {
    const alias = this.#aliases.get(name);
    if (alias?.call === method) return { event: alias, difference: "alias", certain: true };
    const near = this.#near.find(name, ({ call }) => call === method);
    return near === undefined
      ? undefined
      : { event: near.like, difference: near.difference, certain: near.certain };
  }

  get #aliases(): ReadonlyMap<string, PlanEvent> {
    const all = (event: PlanEvent): [string, PlanEvent][] => event.aliases.map(({ value }) => [value, event]);
    return this.#once("aliases", () => new Map(this.#index.liveEvents.flatMap(all)));
  }

  get #near(): NearNames<PlanEvent> {
    const how = { anyOrder: true, abbreviations: true };
    return this.#once("near", () => new NearNames(this.#index.lastingEvents, how));
  }

  /** Pages and screens are judged where the plan has any: many libraries send them by themselves. */
  #sendsEvents({ method, name }: Emission): boolean {
    if (name === undefined) return false;
    if (method === "track") return true;
    return (method === "page" || method === "screen") && this.#calls.has(method);
  }

  get #calls(): ReadonlySet<string> {
    return this.#once("plannedCalls", () => new Set(this.#index.liveEvents.map(({ call }) => call)));
  }

  #call(emission: Emission): CodeCall {
    const sources = [...new Set(sendersOf(emission).flatMap((file) => this.scan.sourcesOf(file)))];
    const { name } = emission;
    if (name === undefined || !this.#sendsEvents(emission))
      return {
        ...{ emission, sources, events: [], unplanned: [], near: [], unplannedPatterns: [] },
        ...{ open: false, supposed: false },
      };
    const events: SentEvent[] = [];
    const unplanned: UnplannedName[] = [];
    const near: PlanEvent[] = [];
    const isCertain = emission.doubt === undefined;
    for (const possible of name.names) {
      // Spaces at the ends are trimmed where they arrive.
      const event = this.#index.events.get(possible.name) ?? this.#index.events.get(possible.name.trim());
      if (event !== undefined) events.push({ event, name: possible });
      else {
        const meant = this.#meant(possible.name, emission.method);
        // A call that may be none is one where the plan itself says what its name means.
        if (isCertain || meant?.difference === "alias") unplanned.push({ name: possible, meant });
        else if (meant !== undefined) near.push(meant.event);
      }
    }
    const unplannedPatterns: NamePattern[] = [];
    let open = !name.complete;
    for (const pattern of name.patterns) {
      if (saysLittle(pattern)) {
        open = true;
        continue;
      }
      if (!isCertain) continue;
      const fits = ({ name: { value } }: PlanEvent): boolean => matchesPattern(value, pattern);
      const fitting = this.#index.liveEvents.filter(fits);
      // What a retired one fits may be the sending of that.
      if (fitting.length === 0 && !this.#plan.events.some(fits)) unplannedPatterns.push(pattern);
      for (const event of fitting) events.push({ event, name: undefined, loose: pattern.parts[0] === "" });
    }
    // What a text is where its holes are empty is told with the text, or as right as that.
    const names = name.names.map((one) => one.name);
    const own = unplanned.filter(
      (one) =>
        !isTrialOf(one.name.name, names) &&
        (one.name.replaceable || !name.patterns.some((pattern) => isBareOf(one.name.name, pattern))),
    );
    const supposed = name.isSupposed === true && name.names.length + name.patterns.length > 1;
    return supposed && events.length > 0
      ? { emission, sources, events, unplanned: [], near, unplannedPatterns: [], open, supposed }
      : { emission, sources, events, unplanned: own, near, unplannedPatterns, open, supposed };
  }

  #once<T>(name: string, build: () => T): T {
    if (!this.#built.has(name)) this.#built.set(name, build());
    // Each name is used by one getter alone.
    return this.#built.get(name) as T;
  }
}
