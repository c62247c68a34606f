// The rule unknown-event: the code sends what the plan declares.
import type { Emission, NamePattern } from "../../code/emission.js";
import type { Span } from "../../diagnostics/diagnostic.js";
import type { CodeIndex } from "../code-index.js";
import { isInside, sentAt, writtenAt } from "../code-places.js";
import { isLibrarys } from "../code-presets.js";
import { codeRule } from "../code-rule.js";
import { patternText } from "../name-patterns.js";
import { onlyEvent, someNames } from "../same-place.js";
import { suggestedEvents } from "../suggested-events.js";

export const unknownEvent = codeRule({
  id: "unknown-event",
  summary: "The code sends an event that the plan does not have",
  why:
    "Nobody listens to an event that nobody knows of: no campaign starts and no segment counts it. And nobody has looked " +
    "at what it tells about a person.",
  fix: "Declare the event in the plan, send one that is there, or remove the call.",
  severity: "error",
  examples: {
    bad: {
      body: `
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "web/account.ts": `
analytics.track("Newsletter Joined");
`,
      },
    },
    good: {
      body: `
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "web/account.ts": `
analytics.track("Signed Up");
`,
      },
    },
  },
  check({ index, code, destination }, report) {
    const suggested = suggestedEvents(code, index);
    const places = new Map<string, Place>();
    const placeOf = (at: Span): Place => {
      const key = JSON.stringify([at.file, at.start, at.end]);
      const place = places.get(key) ?? { at, names: [], patterns: [], emissions: [] };
      places.set(key, place);
      return place;
    };
    for (const unplanned of code.unplannedNames) {
      const { name, meant, emissions } = unplanned;
      const at = writtenAt(unplanned);
      if (meant !== undefined || destination.operationalEvents.has(name.name)) continue;
      if (emissions.every((emission) => isLibrarys(emission, name.name))) continue;
      if (name.name.trim() === "") {
        // A function of the team's own may send nothing then.
        if (emissions.every(({ via }) => via === undefined))
          report(at, "This event has no name.", { help: "Name it as the plan does." });
        continue;
      }
      const near = suggested.get(name.name);
      const declared = near === undefined ? undefined : index.events.get(near);
      if (near === undefined || declared === undefined) {
        const place = placeOf(at);
        place.names.push(name.name);
        place.emissions.push(...emissions);
      } else
        report(at, `"${name.name}" is not in the plan. Did you mean "${near}"?`, {
          event: name.name,
          related: [
            ...sentAt(at, emissions),
            { message: `"${near}" is declared here`, span: declared.name.span },
          ],
          help: "Declare it under `events`, or send an event that the plan has.",
        });
    }
    for (const { at, emissions, patterns } of patternPlaces(code)) {
      const place = placeOf(at);
      place.patterns.push(...patterns);
      place.emissions.push(...emissions);
    }
    // What is put together at one place is one mistake, whatever it comes to.
    for (const { at, names, patterns, emissions } of places.values()) {
      const are = names.length > 1 ? "are" : "is";
      const named = names.length === 0 ? "" : `${someNames(names, 6)} ${are} not in the plan`;
      const like = patterns.length === 0 ? "" : patternTexts(patterns);
      const also = like === "" ? "" : `, nor is an event like ${like}`;
      report(at, named === "" ? `No event of the plan is named like ${like}.` : `${named}${also}.`, {
        ...(like === "" && onlyEvent(names)),
        related: sentAt(at, [...new Set(emissions)]),
        help: helpFor(names.length + patterns.length > 1 || like !== ""),
      });
    }
  },
});

/** The names and texts that are told at one place, and the calls that send them. */
type Place = {
  readonly at: Span;
  readonly names: string[];
  readonly patterns: NamePattern[];
  readonly emissions: Emission[];
};

function helpFor(several: boolean): string {
  return several
    ? "Declare the events that it stands for, or send one that the plan has."
    : "Declare it under `events`, or send an event that the plan has.";
}

type PatternPlace = {
  readonly at: Span;
  readonly emissions: Emission[];
  readonly patterns: NamePattern[];
};

/** Text that is put together once, in whichever ways, is one mistake. */
function patternPlaces(code: CodeIndex): readonly PatternPlace[] {
  const found = new Map<string, PatternPlace>();
  for (const { emission, unplannedPatterns } of code.eventCalls) {
    for (const pattern of unplannedPatterns) {
      const at = pattern.written ?? patternAt(pattern, emission, code);
      const key = JSON.stringify([at.file, at.start, emission.span]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { at, emissions: [emission], patterns: [pattern] });
      else known.patterns.push(pattern);
    }
  }
  const places = new Map<string, PatternPlace>();
  for (const one of found.values()) {
    const texts = one.patterns.map((pattern) => [patternText(pattern), pattern.span, pattern.written]);
    const key = JSON.stringify(texts);
    const known = places.get(key);
    if (known === undefined) places.set(key, one);
    else known.emissions.push(...one.emissions);
  }
  return [...places.values()];
}

/** Where a text is put together; a text that a wrapper adds its own to stands at the call of that. */
function patternAt({ span, parts }: NamePattern, { name, via, span: call }: Emission, code: CodeIndex): Span {
  if (name === undefined || via === undefined || isInside(span, call)) return span;
  const { file, start } = name.span;
  for (const { 0: text, index } of code.textOf(name.span).matchAll(/(?<quote>["'`])[^"'`$]{3,}\k<quote>/g))
    if (parts.some((part) => part.includes(text.slice(1, -1))))
      return { file, start: start + index, end: start + index + text.length };
  return span;
}

/** So many ways to put a name together are told. */
const told = 3;

function patternTexts(patterns: readonly NamePattern[]): string {
  const texts = [...new Set(patterns.map((pattern) => `\`${patternText(pattern)}\``))];
  const more = texts.length - told;
  return more > 0 ? `${texts.slice(0, told).join(", ")} and ${more} more` : texts.join(" or ");
}
