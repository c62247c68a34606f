// Holds what the scanner says of a program against what the program does when it runs.
import { runInNewContext } from "node:vm";
import { type Emission, type EmittedName, keptBack, type ValueShape } from "../../src/code/emission.js";
import { scanTexts } from "../../src/code/scan-texts.js";
import { parser } from "../../src/code/syntax/parser.js";

type Sent = { readonly name: unknown; readonly payload: unknown; readonly lines: readonly number[] };

/** Runs a program, which sends no more than so many events. */
function run(program: string, choices: () => number): readonly Sent[] {
  const sent: Sent[] = [];
  const track = (name: unknown, payload: unknown): void => {
    const lines = [...(new Error().stack ?? "").matchAll(/program\.js:(\d+)/g)].map(([, line]) =>
      Number(line),
    );
    sent.push({ name, payload: payload === undefined ? undefined : structuredClone(payload), lines });
  };
  runInNewContext(
    program,
    {
      analytics: { track },
      structuredClone,
      flag: () => choices() % 2 === 0,
      text: () => ["Viewed", "any", "Paid"][choices() % 3],
      number: () => choices() % 5,
      // As React's do where a component is shown once.
      useCallback: <T>(callback: T): T => callback,
      useMemo: <T>(make: () => T): T => make(),
    },
    { filename: "program.js", timeout: 1_000 },
  );
  return sent;
}

function mayBeNamed(name: EmittedName | undefined, sent: unknown): boolean {
  if (name === undefined) return false;
  if (!name.complete || typeof sent !== "string") return true;
  return name.names.some((one) => one.name === sent) || name.patterns.some(({ parts }) => fits(parts, sent));
}

function fits(parts: readonly string[], text: string): boolean {
  const pattern = parts.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("[^]*");
  return new RegExp(`^${pattern}$`).test(text);
}

/** Why a value is not what its shape says; undefined where it may be. */
function wrong(shape: ValueShape | undefined, value: unknown, at = "payload"): string | undefined {
  if (shape === undefined || shape.kind === "unknown") return undefined;
  switch (shape.kind) {
    case "union":
      return shape.members.some((member) => wrong(member, value, at) === undefined)
        ? undefined
        : `${at}: ${JSON.stringify(value)} is none of ${shape.members.map(({ kind }) => kind).join(", ")}`;
    case "null":
      return value === null ? undefined : `${at}: ${JSON.stringify(value)} is not null`;
    case "undefined":
      return value === undefined ? undefined : `${at}: ${JSON.stringify(value)} is not undefined`;
    case "boolean":
    case "number":
    case "string":
      return typeof value === shape.kind && (shape.value === undefined || shape.value === value)
        ? undefined
        : `${at}: ${JSON.stringify(value)} is not ${shape.kind} ${shape.value ?? ""}`;
    case "array":
      if (!Array.isArray(value)) return `${at}: ${JSON.stringify(value)} is no array`;
      if (!shape.complete) return undefined;
      return value
        .map((item, index) =>
          shape.items.some((one) => wrong(one, item, at) === undefined)
            ? undefined
            : `${at}[${index}]: ${JSON.stringify(item)} is no item`,
        )
        .find((one) => one !== undefined);
    case "object": {
      if (typeof value !== "object" || value === null || Array.isArray(value))
        return `${at}: ${JSON.stringify(value)} is no object`;
      const given = new Map(Object.entries(value));
      for (const property of shape.properties) {
        if (!given.has(property.name)) {
          if (property.optional || wrong(property.value, undefined) === undefined) continue;
          return `${at}.${property.name} is not there`;
        }
        const own = given.get(property.name);
        // It may come from what is not known, too.
        if (!shape.closed && property.optional) continue;
        // What is undefined is not sent.
        if (own === undefined && property.optional) continue;
        const problem = wrong(property.value, own, `${at}.${property.name}`);
        if (problem !== undefined) return problem;
      }
      const known = new Set(shape.properties.map(({ name }) => name));
      const more = [...given.keys()].find((name) => !known.has(name) && given.get(name) !== undefined);
      return shape.closed && more !== undefined ? `${at}.${more} was not known of` : undefined;
    }
    default:
      return undefined;
  }
}

/** What a scan says that is not so; undefined where everything may be. */
function untrue(program: string, emissions: readonly Emission[], sent: Sent): string | undefined {
  const lineOf = (offset: number): number => program.slice(0, offset).split("\n").length;
  const own = emissions.filter(
    ({ span, forwards }) =>
      forwards !== true && sent.lines.some((line) => line >= lineOf(span.start) && line <= lineOf(span.end)),
  );
  if (own.length === 0) return "no call of these lines was found";
  const named = own.filter(({ name }) => mayBeNamed(name, sent.name));
  if (named.length === 0)
    return `the name was said to be ${own.map(({ name }) => name?.names.map((one) => one.name).join("|")).join(" or ")}`;
  const certain = named.filter(({ doubt }) => doubt !== keptBack);
  if (certain.length === 0) return "it was said to be kept back";
  // Nobody holds the payload of an event against anything whose name is not known at all.
  const isOpen = (name: EmittedName | undefined): boolean =>
    name?.complete === false && name.names.length + name.patterns.length === 0;
  const problems = certain.map(({ name, properties }) =>
    isOpen(name) ? undefined : wrong(properties, sent.payload),
  );
  return problems.includes(undefined) ? undefined : problems.join("; ");
}

/** What a scan says of what callers give to functions with an event of their own that is not so. */
function untrueOfGiven(program: string, given: readonly Emission[], sent: Sent): string | undefined {
  const lineOf = (offset: number): number => program.slice(0, offset).split("\n").length;
  const isPassed = ({ start, end }: Emission["span"]): boolean =>
    sent.lines.some((line) => line >= lineOf(start) && line <= lineOf(end));
  const byCall = new Map<string, (string | undefined)[]>();
  for (const { span, sentBy, name, properties } of given) {
    if (sentBy === undefined || !isPassed(span) || !isPassed(sentBy)) continue;
    const problem = mayBeNamed(name, sent.name)
      ? wrong(properties, sent.payload)
      : `it was said to be ${name?.names.map((one) => one.name).join("|")}`;
    const key = `${span.start} ${sentBy.start}`;
    byCall.set(key, [...(byCall.get(key) ?? []), problem]);
  }
  // One call may come to the same event in several ways.
  const [problems] = [...byCall.values()].filter((all) => !all.includes(undefined));
  return problems === undefined ? undefined : `given: ${problems.join("; ")}`;
}

/** What a scan says of a program that is not so, with the program; undefined where nothing is. */
export function check(program: string): string | undefined {
  const { emissions, given = [] } = scanTexts(new Map([["src/program.js", program]]), {
    plan: undefined,
    parser,
  });
  for (let seed = 1; seed <= 4; seed++) {
    let state = seed * 7919;
    const choices = (): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 8;
    };
    for (const sent of run(program, choices)) {
      const problem = untrue(program, emissions, sent) ?? untrueOfGiven(program, given, sent);
      if (problem !== undefined)
        return `${problem}\nsent ${JSON.stringify(sent.name)} ${JSON.stringify(sent.payload)} from lines ${sent.lines.join(", ")} of\n${program}`;
    }
  }
  return undefined;
}
