// The second search: who calls the functions that send an event by a name of their own, and what they give for the rest
// of it. The calls that it finds are no emissions: one event is sent at one place.
import { callsBy } from "../effects/callee-names.js";
import type { Emission } from "../emission.js";
import { type Handed, hold } from "../emissions/handed.js";
import type { Word } from "../words/words.js";
import type { Callers } from "./callers.js";
import type { Candidates } from "./candidates.js";
import type { Project } from "./project.js";
import type { Call, Settling } from "./settled.js";

/** How many such functions may lie between a call and the event. */
const mostRounds = 2;

export type GivenSearch = {
  readonly project: Project;
  /** What functions are known to send by names of their own; more is added. */
  readonly sent: Map<string, Handed[]>;
  readonly settling: Settling;
  readonly callers: Callers;
  readonly candidate: Candidates;
  /** The files that are looked at; those are added that hold one of the words. */
  readonly files: Iterable<string>;
  readonly take: (words: readonly Word[]) => void;
};

/** What calls give to the functions in `sent`. */
export function findGiven({
  project,
  sent,
  settling,
  callers,
  candidate,
  files,
  take,
}: GivenSearch): readonly Emission[] {
  const found = new Map<string, readonly Emission[]>();
  let touched = new Set(sent.keys());
  for (let count = 0; count < mostRounds && touched.size > 0; count++) {
    const words = [...touched].flatMap((id) => {
      project.relieve();
      return callers.of(id);
    });
    const here = new Map<string, Set<string>>();
    const anywhere = new Set<string>();
    for (const { word, within } of words)
      if (within === undefined) anywhere.add(word);
      else here.set(within, (here.get(within) ?? new Set()).add(word));
    take(words.filter(({ within }) => within === undefined));
    // Barrels may give it another name, and other barrels that one a third.
    for (let size = -1; size !== anywhere.size; ) {
      size = anywhere.size;
      const renamed = [...files].flatMap((path) =>
        (project.during(path, () => candidate.of(path))?.renames ?? []).flatMap(
          ({ from, to, beside = [] }) =>
            anywhere.has(from) && !anywhere.has(to) ? [{ word: to, beside }] : [],
        ),
      );
      take(renamed);
      for (const { word } of renamed) anywhere.add(word);
    }
    const again = new Map<string, Call>();
    for (const id of touched)
      for (const call of settling.askers(id)) again.set(`${call.path}\0${call.index}`, call);
    touched = new Set();
    const look = (call: Call): void => {
      const told = settling.known(call) ?? settling.look(call);
      const emissions = told.flatMap(({ emission }) => emission ?? []);
      if (emissions.length > 0) found.set(`${call.path}\0${call.index}`, emissions);
      for (const { owner, handed } of told)
        if (owner !== undefined && handed !== undefined && hold(sent, owner, handed)) touched.add(owner);
    };
    for (const path of [...files]) {
      const own = here.get(path);
      const index = candidate.of(path)?.calls;
      if (index === undefined) continue;
      project.during(path, () => {
        for (const at of callsBy(index, (name) => anywhere.has(name) || own?.has(name) === true))
          look({ path, index: at, start: index.starts[at] ?? 0 });
      });
      project.relieve();
    }
    for (const call of again.values()) look(call);
  }
  return [...found.values()].flat();
}
