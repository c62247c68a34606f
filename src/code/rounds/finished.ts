// What all looks at calls told, put together: of each call what it comes to once its callers are known.
import type { Span } from "../../diagnostics/diagnostic.js";
import { tableDoubt } from "../effects/guessing/tables.js";
import type { Emission } from "../emission.js";
import { byKey } from "../emissions/found.js";
import { makerDoubt } from "../emissions/made-members.js";
import { answered } from "../emissions/said-inside.js";
import { unnamedDoubt } from "../emissions/unnamed-elements.js";
import type { Told } from "./settled.js";

/** The emissions of all looks, each told once. */
export function finished(all: ReadonlyMap<string, readonly Told[]>): readonly Emission[] {
  const sites = withoutUnsaid(all);
  const called = new Set<string>();
  for (const [id, found] of sites)
    for (const { through } of found) for (const origin of through) if (origin !== id) called.add(origin);
  // What is called by a key alone says itself what of its name is known.
  const isCalled = (id: string, name: Emission["name"]): boolean =>
    called.has(id) ||
    (called.has(`${byKey}${id}`) && (name === undefined || name.names.length + name.patterns.length === 0));
  const emissions = new Map<string, Emission>();
  for (const [id, found] of sites) {
    for (const { emission, owner } of found) {
      if (emission === undefined) continue;
      const { span, method, name } = emission;
      // Several callers may show the same call of a parameter.
      const names = [
        ...(name?.names.map((one) => one.name) ?? []),
        "",
        ...(name?.patterns.map(({ parts }) => parts.join("*")) ?? []),
      ];
      const key = [span.file, span.start, method, ...names].join("\0");
      emissions.set(key, owner !== undefined && isCalled(id, name) ? handingOn(emission) : emission);
    }
  }
  const told = [...emissions.values()].filter((one) => one.isSupposed !== true || one.forwards === true);
  const said = answered(sites.values(), told);
  return withoutTables(withoutParts(withoutLater(withoutMakers(withoutGuesses(told, said)))));
}

/**
 * Of a function that makes a name of what it is given, callers are emissions where one of them writes out what decides it:
 * else it is what is sent there that has no name, once, wherever it is called.
 */
function withoutUnsaid(sites: ReadonlyMap<string, readonly Told[]>): ReadonlyMap<string, readonly Told[]> {
  const open = [...sites].filter(([, found]) => found.some(({ emission }) => emission?.isUnsaid === true));
  if (open.length === 0) return sites;
  const said = new Set<string>();
  const hear = (id: string, { through }: Told): void => {
    for (const origin of through) {
      if (origin === id || said.has(origin)) continue;
      said.add(origin);
      for (const one of sites.get(origin) ?? []) hear(origin, one);
    }
  };
  for (const [id, found] of sites)
    for (const one of found) if (one.emission !== undefined && one.emission.isUnsaid !== true) hear(id, one);
  const left = new Map(sites);
  for (const [id, found] of open)
    left.set(
      id,
      found.filter(
        ({ emission, through }) => emission?.isUnsaid !== true || through.some((origin) => said.has(origin)),
      ),
    );
  return left;
}

/** An emission whose callers say the rest. */
function handingOn(emission: Emission): Emission {
  const { doubt, ...rest } = emission;
  return { ...(doubt === unnamedDoubt ? rest : emission), forwards: true };
}

/** Where emitters are made and handed on whole, those say nothing beside the calls of them that are found. */
function withoutMakers(emissions: readonly Emission[]): readonly Emission[] {
  const makers = emissions.filter(({ doubt }) => doubt === makerDoubt);
  if (makers.length === 0) return emissions;
  const said = emissions.flatMap(({ doubt, name }) =>
    doubt === makerDoubt
      ? []
      : (name?.names ?? []).flatMap(({ span, written }) => [span, written?.span ?? span]),
  );
  const called = new Set(
    makers.flatMap(({ span }) => (said.some((one) => within(one, span)) ? [placeOf(span)] : [])),
  );
  return emissions.filter(({ doubt, span }) => doubt !== makerDoubt || !called.has(placeOf(span)));
}

/**
 * What was guessed of a call says nothing beside what a caller shows of the same, and nothing where a caller shows that
 * what is called has an event of its own.
 */
function withoutGuesses(emissions: readonly Emission[], said: ReadonlySet<string>): readonly Emission[] {
  if (!emissions.some(({ doubt }) => doubt !== undefined)) return emissions;
  // What is called is seen where somebody hands it in, wherever that ends.
  const seen = new Set(
    emissions.flatMap(({ doubt, via, name, span }) =>
      doubt !== undefined && via !== undefined && (name?.names.length ?? 0) > 0 ? [placeOf(span)] : [],
    ),
  );
  const certain = new Set(
    emissions.flatMap(({ doubt, name, span }) =>
      doubt === undefined && name !== undefined ? [placeOf(span)] : [],
    ),
  );
  return emissions.filter(({ doubt, via, span }) => {
    if (doubt === undefined) return true;
    const place = placeOf(span);
    return !(certain.has(place) || said.has(place) || (via === undefined && seen.has(place)));
  });
}

/**
 * What a wrapper's own file hands to it again, of which a type alone says what that is, was given to it before: those
 * calls are listed by themselves.
 */
function withoutLater(emissions: readonly Emission[]): readonly Emission[] {
  if (!emissions.some(({ byType }) => byType === true)) return emissions;
  const given = new Set(
    emissions.flatMap(({ via, byType, name }) =>
      via === undefined || byType === true || name?.complete !== true ? [] : placeOf(via.span),
    ),
  );
  return emissions.map((one) =>
    one.byType === true && one.via?.span.file === one.span.file && given.has(placeOf(one.via.span))
      ? { ...one, forwards: true }
      : one,
  );
}

/** Tells the call at a place from all others. */
export function placeOf({ file, start }: Span): string {
  return `${file}:${start}`;
}

/** What is only given the name of an event says nothing where the event is sent beside it, or by what it stands in. */
function withoutTables(emissions: readonly Emission[]): readonly Emission[] {
  if (!emissions.some(({ doubt }) => doubt === tableDoubt)) return emissions;
  const told = new Map<string, Emission[]>();
  for (const one of emissions)
    if (one.doubt !== tableDoubt) told.set(one.span.file, [...(told.get(one.span.file) ?? []), one]);
  const isTold = ({ span, name }: Emission): boolean =>
    (told.get(span.file) ?? []).some(
      (other) =>
        within(span, other.span) ||
        within(other.span, span) ||
        other.name?.names.some((one) => name?.names.some((own) => own.name === one.name) === true) === true,
    );
  return emissions.filter((one) => one.doubt !== tableDoubt || !isTold(one));
}

/** An event that is made for a tracker's call is that call's, not one of its own. */
function withoutParts(emissions: readonly Emission[]): readonly Emission[] {
  const calls = emissions.filter(({ typed, needsIdentity }) => typed && needsIdentity);
  const isPart = ({ span }: Emission): boolean =>
    calls.some(
      ({ span: whole, properties }) =>
        within(span, whole) || (properties !== undefined && within(properties.span, span)),
    );
  return emissions.filter((one) => !one.typed || one.needsIdentity || !isPart(one));
}

function within(inner: Span, outer: Span): boolean {
  return inner.file === outer.file && inner.start >= outer.start && inner.end <= outer.end;
}
