// Finds the calls of a project round by round: each round may show functions that hand names on, whose callers are
// looked for in the next.
import type { Plan } from "../../plan/plan.js";
import { calledFrom } from "../effects/called-from.js";
import { callsBy, spokenName, toldName } from "../effects/callee-names.js";
import { clientHook, givenByHook, handedName, isEmitterName } from "../effects/emitter-names.js";
import { decoratedName } from "../effects/guessing/decorated.js";
import { relayName } from "../effects/guessing/relays.js";
import { tableName } from "../effects/guessing/tables.js";
import { fetchNaming } from "../effects/requests/fetches.js";
import { requestNames } from "../effects/requests/requests.js";
import { typedClients } from "../effects/typed-clients.js";
import type { Emission } from "../emission.js";
import { givenBy } from "../emissions/given.js";
import { type Handed, hold } from "../emissions/handed.js";
import { emissionsOf, type SiteContext } from "../emissions/sites.js";
import { suspectedIn } from "../emissions/suspected.js";
import type { CodeFile } from "../languages.js";
import { isHeldPreset } from "../presets/held.js";
import { presets } from "../presets/index.js";
import type { Word } from "../words/words.js";
import { openAlike } from "./alike-names.js";
import { openBudgets } from "./budgets.js";
import { openCallers } from "./callers.js";
import { openCandidates } from "./candidates.js";
import { finished, placeOf } from "./finished.js";
import { firstTests } from "./first-search.js";
import { findGiven } from "./given.js";
import { openHandedKeys, soughtFor } from "./handed-keys.js";
import type { FileTest } from "./prefilter.js";
import type { Project } from "./project.js";
import type { ScanRecord } from "./record.js";
import { openSearches, wordKey } from "./searches.js";
import { openSettling, type Told } from "./settled.js";
import { unseenLibraries } from "./silence.js";
import { findSuspects } from "./suspects.js";

/** How many wrappers may lie between a call and its library. */
const mostRounds = 8;

/** Methods that mean much else, too: they are looked for where a client is named in the same file. */
const common = new Set([
  ...["page", "screen", "group", "alias", "push", "event", "batch", "log", "logError", "next", "set"],
  ...["link", "send", "report"],
  ...["createContact", "updateContact"],
]);

/** Names that the calls of libraries are made by. */
const ownMethods = presets.flatMap(({ methods }) => [...methods.keys()].filter((name) => name !== "()"));
/** Methods that stand for one event each: many, and looked for where the library is named alone. */
const fixedMethods = presets.flatMap(({ fixed }) => [...(fixed?.keys() ?? [])]);
export const methodNames: ReadonlySet<string> = new Set([...ownMethods, ...fixedMethods]);
const firstWords: ReadonlySet<string> = new Set([
  ...ownMethods.filter((name) => !common.has(name)),
  ...["dataLayer", "getDataLayer"],
  ...typedClients,
  ...[
    "_cio",
    "_gaq",
    "_paq",
    "_tkq",
    "_kmq",
    "_learnq",
    "_hsq",
    "_dcq",
    "veroq",
    "klaviyo",
    "clevertap",
    "adobeDataLayer",
  ],
  ...["FS", "Hotjar", "utag"],
  // What plugins of Vue put into components.
  ...["$gtm", "$gtag", "$ga", "$matomo", "$segment", "$track", "$trackEvent"],
]);

/** What libraries are called where a container is told what to hand in for a token. */
const providedNames = [
  ...["posthog", "PostHog", "mixpanel", "Mixpanel", "amplitude", "segment", "Analytics", "analytics"],
  ...["RudderStack", "rudder", "TrackClient", "customerio"],
];

/** What a search for emissions came to, and all that was done for it. */
export type Search = {
  readonly emissions: readonly Emission[];
  /** What callers give to functions that send an event by a name of their own, where somebody asked. */
  readonly given: readonly Emission[];
  /** Calls that look like those that send events, where somebody asked. */
  readonly suspects: readonly Emission[];
  readonly done: Pick<ScanRecord, "searches" | "looks" | "owners" | "next">;
};

/** Every emission of the files, and what was found to be handed on. */
export function findEmissions(
  project: Project,
  files: readonly CodeFile[],
  { calls: declared, presets: named }: Pick<Plan["code"], "calls" | "presets">,
  creators: readonly string[] = [],
  also: { readonly given?: boolean; readonly suspects?: boolean } = {},
): Search {
  const known = new Map<string, Handed[]>();
  const sent = new Map<string, Handed[]>();
  const sites = new Map<string, readonly Told[]>();
  let guessing: SiteContext["guessing"] = "nothing";
  let next = project.past?.next ?? 0;
  const version = (): number => next++;
  const budgets = openBudgets(project);
  const keys = openHandedKeys(() => guessing === "nothing");
  const alike = openAlike();
  const callers = openCallers(project, known, budgets, version);
  const emitsIn = (file: string, start: number, end: number): boolean =>
    [...sites.values()].some((found) =>
      found.some(({ emission }) => emission !== undefined && isWithin(emission.span, file, start, end)),
    );
  const judged = named.map(({ value }) => value);
  const isHeld = (preset: string): boolean => isHeldPreset(preset, judged);
  const asked = {
    ...{ declared, isHeld, listeners: callers.listeners, guessing: () => guessing, emitsIn },
    handedUnder: (key: string) => alike.under(key) ?? keys.under(key),
  };
  const settling = openSettling(
    project,
    { name: "", look: emissionsOf },
    { ...asked, effects: known },
    budgets,
    version,
  );
  const searched = new Set<string>();
  const candidates = new Set<string>();
  const candidate = openCandidates(project);
  const searches = openSearches(project, files);
  const declaredNames = new Set([...declared.flatMap(({ call }) => lastName(call.value)), ...creators]);

  /** Takes the files that hold one of the words among those that are looked at. */
  const take = (words: readonly Word[], tests: readonly FileTest[]): void => {
    const sought = words.filter(({ isHanded }) => isHanded !== true || guessing === "nothing").map(soughtFor);
    const fresh = sought.filter((one) => !searched.has(wordKey(one)) && !searched.has(one.word));
    for (const one of fresh) searched.add(wordKey(one));
    for (const path of searches.find(fresh, tests)) {
      candidates.add(path);
      project.expect(path);
    }
  };

  /** Calls that asked what a function does which is known to do more since then. */
  let asking = new Map<string, Set<number>>();

  /** Looks at a file's calls by some names; adds the functions that hand names on to those that were touched. */
  const lookAt = (
    path: string,
    isWanted: (name: string) => boolean,
    again: ReadonlySet<number> | undefined,
    touched: Set<string>,
  ): void => {
    const index = candidate.of(path)?.calls;
    if (index === undefined) return;
    const named = callsBy(index, isWanted);
    for (const at of again === undefined ? named : new Set([...named, ...again])) {
      const call = { path, index: at, start: index.starts[at] ?? 0 };
      const id = `${path}:${call.start}`;
      const told = settling.known(call);
      if (told !== undefined) {
        // What it makes known was made known before.
        if (told.length > 0) sites.set(id, told);
        continue;
      }
      const found = settling.look(call);
      if (found.length === 0) continue;
      sites.set(id, found);
      for (const { owner, handed, isGiven } of found)
        if (owner === undefined || handed === undefined) continue;
        else if (isGiven === true) hold(sent, owner, handed);
        else if (hold(known, owner, handed)) touched.add(owner);
    }
  };

  /**
   * Looks at the calls by some names; gives the names that lead to what was found to hand names on, `touched` being some
   * of that which were found already.
   */
  const round = (isWanted: (name: string) => boolean, touched = new Set<string>()): readonly Word[] => {
    const before = asking;
    asking = new Map();
    for (const path of candidates) {
      project.during(path, () => lookAt(path, isWanted, before.get(path), touched));
      project.relieve();
    }
    for (const id of touched)
      for (const { path, index } of settling.askers(id)) {
        const own = asking.get(path);
        if (own === undefined) asking.set(path, new Set([index]));
        else own.add(index);
      }
    return [...touched].flatMap((id) => {
      project.relieve();
      const words = callers.of(id);
      alike.note(id, words);
      return words;
    });
  };
  take(
    [
      ...[...firstWords, ...declaredNames].map((word) => ({ word, beside: [] })),
      ...["useFactory", "useValue"].map((word) => ({ word, beside: providedNames })),
      ...fixedMethods.map((word) => ({ word, beside: ["firebase", "analytics"] })),
    ],
    firstTests,
  );
  const isFirst = (name: string): boolean =>
    methodNames.has(name) ||
    requestNames.has(name) ||
    fetchNaming.test(name) ||
    isEmitterName(name) ||
    givenByHook(name) !== undefined ||
    name === spokenName ||
    clientHook.test(name) ||
    handedName.test(name) ||
    typedClients.has(name) ||
    declaredNames.has(name);
  const isLast = (name: string): boolean =>
    name === relayName || name === tableName || name === decoratedName || name === toldName;
  for (const phase of ["nothing", "unknown", "own", "rest"] as const) {
    guessing = phase;
    const isWorth = phase === "rest" ? isLast : isFirst;
    let words = round((name) => isWorth(name) || alike.has(name));
    for (let count = 0; count < mostRounds && (words.length > 0 || asking.size > 0); count++) {
      const wanted = new Set(words.flatMap(({ word, isHanded }) => (isHanded === true ? [] : [word])));
      const isWanted = (name: string): boolean => wanted.has(name) || fresh.has(name);
      const touched = new Set<string>();
      take(words, []);
      const fresh = new Set(
        words.flatMap((one) => (one.isHanded === true && keys.learn(one) ? [one.word] : [])),
      );
      // Barrels may give it another name, and other barrels that one a third.
      for (let size = 0; size !== wanted.size + keys.count(); ) {
        size = wanted.size + keys.count();
        const renamed = [...candidates].flatMap((path): readonly Word[] => {
          project.relieve();
          const own = project.during(path, () => {
            // Its tree is in memory now and may not be so later: what is known to be wanted is looked at at once.
            if (!candidate.isKnown(path)) lookAt(path, isWanted, undefined, touched);
            return candidate.of(path);
          });
          return [
            ...(own?.renames ?? []).flatMap(({ from, to, beside = [] }) =>
              wanted.has(from) ? [{ word: to, beside }] : [],
            ),
            ...keys.further(own?.handed ?? [], (name) => wanted.has(name)),
          ];
        });
        take(renamed, []);
        for (const one of renamed)
          if (one.isHanded !== true) wanted.add(one.word);
          else if (keys.learn(one)) fresh.add(one.word);
      }
      words = round(isWanted, touched);
    }
  }
  const emissions = finished(sites);
  const listed = new Set(emissions.flatMap(({ forwards, span }) => (forwards === true ? [] : placeOf(span))));
  const way = { name: "given ", look: givenBy };
  const others = openSettling(project, way, { ...asked, effects: sent }, budgets, version, settling.handed);
  const byPlace = openCallers(project, sent, budgets, version, calledFrom);
  const given =
    also.given === true
      ? findGiven({
          ...{ project, sent, settling: others, callers: byPlace, candidate, files: candidates },
          take: (words) => take(words, []),
        })
      : [];
  const unseen = unseenLibraries(project, emissions).map((word) => ({ word, beside: [] }));
  for (const path of searches.find(unseen, [])) project.during(path, () => candidate.of(path));
  const own = emissions.filter(({ name, forwards }) => forwards !== true && name?.names.length !== 0);
  const namesIn = (file: string, start: number, end: number): boolean =>
    own.some(({ span }) => isWithin(span, file, start, end));
  const suspecting = openSettling(
    project,
    { name: "suspect ", look: suspectedIn },
    { ...asked, effects: known, emitsIn: namesIn },
    budgets,
    version,
    settling.handed,
  );
  const suspects =
    also.suspects === true
      ? findSuspects({
          ...{ project, settling: suspecting, candidate, files: candidates, searches, emissions },
          isKnown: (place) =>
            listed.has(place) || sites.get(place)?.some(({ through }) => through.length > 0) === true,
        })
      : [];
  return {
    emissions,
    suspects,
    given: given.filter(({ sentBy }) => sentBy !== undefined && listed.has(placeOf(sentBy))),
    done: {
      searches: searches.searches,
      looks: new Map([...settling.looks, ...others.looks, ...suspecting.looks]),
      owners: bothOf(callers.looks, byPlace.looks),
      next,
    },
  };
}

function isWithin(span: Emission["span"], file: string, start: number, end: number): boolean {
  return span.file === file && span.start >= start && span.end <= end;
}

/** The looks for the callers of each function, of both searches. */
function bothOf(first: ScanRecord["owners"], second: ScanRecord["owners"]): ScanRecord["owners"] {
  const all = new Map(first);
  for (const [id, looks] of second) all.set(id, [...(all.get(id) ?? []), ...looks]);
  return all;
}

function lastName(call: string): readonly string[] {
  const last = call.split(".").at(-1);
  return last === undefined || last === "" ? [] : [last];
}
