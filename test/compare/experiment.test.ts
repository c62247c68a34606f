// Verdicts by experiment: random plans, a random change, then the real compiler on code that uses what is generated,
// ajv on what was stored before, and ajv on what is sent from now on, asked as the old plan's readers would. What the
// table calls safe must pass; what it calls breaking must fail somewhere.
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { levels, type PromiseName, promises, type RatedChange } from "../../src/compare/change.js";
import { comparePlans } from "../../src/compare/compare-plans.js";
import type { Plan } from "../../src/plan/plan.js";
import { generate, scratchFolder } from "../generators/typescript/workshop.js";
import {
  asReadersKnow,
  experiment,
  holds,
  isPlain,
  type Surface,
  surfaces,
  validator,
  valuesAt,
} from "./experiments.js";

const runs = Number(process.env.EXPERIMENTS ?? 40);
const seed = Number(process.env.EXPERIMENT_SEED ?? 1);
const root = fileURLToPath(new URL("../..", import.meta.url));

type Case = {
  readonly before: Plan;
  readonly after: Plan;
  readonly changes: readonly RatedChange[];
  /** What was valid before, and how much of it still is. */
  readonly stored: readonly unknown[];
  readonly valid: number;
  /** What is valid now, and how much of it is what readers of the old plan know. */
  readonly sent: readonly unknown[];
  readonly known: number;
};

test.each(surfaces)(
  `agrees with the compiler, ajv and readers on ${runs} random changes of $name`,
  { timeout: 600_000 },
  (surface) => {
    const folder = scratchFolder();
    const cases = fc.sample(experiment, { numRuns: runs, seed }).map((one): Case => {
      const [before, after] = [surface.place(one.before), surface.place(one.after)];
      const [old, now] = [validator(before, surface), validator(after, surface)];
      const readers = validator(asReadersKnow(before), surface);
      const stored = one.payloads.filter((value) => old?.(value) === true);
      const sent = one.newPayloads.filter((value) => now?.(value) === true);
      return {
        before,
        after,
        changes: comparePlans(before, after).changes.filter((change) => surface.concerns(change)),
        stored,
        valid: stored.filter((value) => now?.(value) === true).length,
        sent,
        known: sent.filter((value) => readers?.(surface.seen(value, before)) === true).length,
      };
    });
    const errors = compilerErrors(folder, surface, cases);
    const wrong: string[] = [];
    const tally = new Map<string, number>();
    for (const [index, one] of cases.entries()) {
      for (const promise of promises) {
        const level = worst(one.changes, promise);
        const { fails, met } = outcome(promise, one, index, errors);
        const key = `${promise} ${level} ${fails ? "fails" : "passes"}`;
        tally.set(key, (tally.get(key) ?? 0) + 1);
        if (level === "safe" ? fails : level === "breaking" && !fails && met)
          wrong.push(`${index} ${key}: ${one.changes.map(({ message }) => message).join(" ")}${shown(one)}`);
      }
    }
    if (process.env.EXPERIMENT_SHOW === "1") console.log([...tally].toSorted().join("\n"));
    expect(wrong).toEqual([]);
    expect([...tally.keys()]).toEqual(
      expect.arrayContaining(
        promises.flatMap((promise) => [`${promise} safe passes`, `${promise} breaking fails`]),
      ),
    );
  },
);

/** What happened, and whether there was anything that could have happened. */
function outcome(
  promise: PromiseName,
  { before, after, changes, stored, valid, sent, known }: Case,
  index: number,
  errors: ReadonlyMap<string, ReadonlySet<number>>,
): { readonly fails: boolean; readonly met: boolean } {
  const breaking = changes.filter(({ verdicts }) => verdicts[promise].level === "breaking");
  const about = (values: readonly unknown[]): boolean =>
    values.length > 20 &&
    breaking.some((change) => change.subject !== "property" || values.some((value) => holds(value, change)));
  if (promise === "history") return { fails: valid < stored.length, met: about(stored) };
  if (promise === "code") {
    const then = errors.get(`${index}/before.ts`) ?? new Set();
    const now = errors.get(`${index}/after.ts`) ?? new Set();
    const plain = stored.filter(isPlain);
    const lines = plain.map((_, line) => line + 2).filter((line) => !then.has(line));
    return {
      fails: lines.some((line) => now.has(1) || now.has(line)),
      met: about(plain) && lines.length > 20,
    };
  }
  // What is gone is found nowhere; of what has another type, no value is one that readers know.
  const isGone = breaking.some(
    (change) =>
      change.subject === "event" ||
      (change.subject === "property" &&
        ["removed", "retired", "renamed"].includes(change.aspect) &&
        sent.every((value) => valuesAt(value, oldPath(change)).length === 0)),
  );
  // Where sources have shapes of their own, a value may be one that readers know from another source.
  const hasShapes = [before, after].some(({ events }) =>
    events.some(({ properties }) => properties.some(({ sources }) => sources.length > 0)),
  );
  return { fails: isGone || known < sent.length, met: !hasShapes && about(sent) };
}

function oldPath(change: RatedChange): readonly string[] {
  if (change.subject !== "property") return [];
  return change.aspect === "renamed" ? [...change.path.slice(0, -1), String(change.before)] : change.path;
}

/** The lines at which the compiler finds errors, by file; every case is compiled in one run. */
function compilerErrors(
  folder: string,
  surface: Surface,
  cases: readonly Case[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const files: string[] = [];
  for (const [index, { before, after, stored }] of cases.entries()) {
    for (const [side, plan] of [
      ["before", before],
      ["after", after],
    ] as const) {
      for (const { path, content } of generate(plan, { extension: "js", validators: false })) {
        const file = join(folder, String(index), side, path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
      const lines = stored.filter(isPlain).map((value, line) => surface.line(JSON.stringify(value), line));
      files.push(`${index}/${side}.ts`);
      writeFileSync(
        join(folder, String(index), `${side}.ts`),
        [`${surface.imports} from "./${side}/index.js";`, ...lines].join("\n"),
      );
    }
  }
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: "nodenext",
    noEmit: true,
    target: "es2022",
    types: [],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { stdout } = spawnSync(
    process.execPath,
    [tsc, "--project", join(folder, "tsconfig.json"), "--pretty", "false"],
    { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const errors = new Map<string, Set<number>>();
  for (const [, file = "", line = ""] of stdout.matchAll(/^(\d+\/(?:before|after)\.ts)\((\d+),/gm)) {
    const known = errors.get(file);
    if (known === undefined) errors.set(file, new Set([Number(line)]));
    else known.add(Number(line));
  }
  return errors;
}

function worst(changes: readonly RatedChange[], promise: PromiseName): string {
  const ranks = changes.map(({ verdicts }) => levels.indexOf(verdicts[promise].level));
  return levels[Math.max(0, ...ranks)] ?? "safe";
}

/** Both plans, for whoever looks into a disagreement. */
function shown({ before, after }: Case): string {
  if (process.env.EXPERIMENT_SHOW !== "1") return "";
  const text = ({ events, people, objects, types }: Plan): string =>
    JSON.stringify([events[0]?.properties, people, objects, types], (key, value) =>
      ["span", "description", "origin", "examples", "deprecated"].includes(key) ? undefined : value,
    );
  return `\n  ${text(before)}\n  ${text(after)}`;
}
