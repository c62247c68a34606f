// Writes programs at random that send events: by wrappers of every kind, with names and payloads that come about in many
// ways. They run as they stand, so that what they send can be held against what the scanner says of them.
import type { GeneratorValue } from "fast-check";
import fc from "fast-check";
import { expressionsOf, statementsOf, type ValueTools } from "./random-values.js";
import { wrappersOf } from "./random-wrappers.js";

const keys = ["a", "b", "c", "d"] as const;

/** What a program may use where it stands: the names of its values, by what they are. */
type Scope = {
  readonly texts: readonly string[];
  readonly numbers: readonly string[];
  /** Those that may be anything. */
  readonly values: readonly string[];
  readonly objects: readonly string[];
  /** Functions that send, as calls are made of them. */
  readonly senders: readonly ((name: string, payload: string) => string)[];
};

/**
 * A program in JavaScript. It is given `analytics` to send with, and `flag()`, `text()` and `number()`, of which nobody
 * knows what they give.
 */
export function randomProgram(g: GeneratorValue): string {
  const pick = <T>(options: readonly T[]): T => g(fc.constantFrom, ...options) as T;
  const chance = (percent: number): boolean => g(fc.integer, { min: 1, max: 100 }) <= percent;
  let count = 0;
  const fresh = (letter: string): string => `${letter}${++count}`;

  const text = (scope: Scope, depth = 0): string => {
    const inner = (): string => text(scope, depth + 1);
    const simple = [
      () => JSON.stringify(pick(["Viewed", "Added", "Paid", "Left"])),
      () => JSON.stringify(pick(["Viewed", "Added", "Paid", "Left"])),
      () => `names.${pick(["viewed", "added"])}`,
      ...scope.texts.map((name) => () => name),
    ];
    const others = [
      () => `(flag() ? ${inner()} : ${inner()})`,
      () => `\`\${${inner()}} now\``,
      () => `\`step \${number()}\``,
      () => `(${inner()} + " again")`,
      () => "text()",
      () => `names[flag() ? "viewed" : "added"]`,
      () => `(flag() ? undefined : ${inner()}) ?? ${JSON.stringify("Fallback")}`,
      () => `pickName(${inner()})`,
    ];
    const made = (depth < 2 && chance(30) ? pick(others) : pick(simple))();
    return made.includes("??") ? `(${made})` : made;
  };

  const value = (scope: Scope, depth = 0): string => {
    const inner = (): string => value(scope, depth + 1);
    const simple = [
      () => pick(["1", "2.5", "true", "null", '"x"']),
      () => text(scope, 2),
      () => "number()",
      ...[...scope.numbers, ...scope.values].map((name) => () => name),
    ];
    if (depth < 2 && chance(15)) return pick(expressionsOf(valueTools(scope, depth)))();
    const others = [
      () => `(flag() ? ${inner()} : ${inner()})`,
      () => `String(${inner()})`,
      () => `[${inner()}, ${inner()}]`,
      () => `{ a: ${inner()} }`,
      () => "undefined",
      ...scope.objects.map((name) => () => `${name}?.${pick(keys)}`),
    ];
    return (depth < 2 && chance(25) ? pick(others) : pick(simple))();
  };

  const valueTools = (scope: Scope, depth: number): ValueTools => ({
    ...{ pick, chance, fresh },
    key: () => pick(keys),
    inner: () => value(scope, depth + 1),
    text: () => text(scope, 2),
    object: () =>
      scope.objects.length > 0 && chance(50) ? pick(scope.objects) : `{ ${pick(keys)}: ${value(scope, 2)} }`,
  });

  const object = (scope: Scope, depth = 0): string => {
    if (scope.objects.length > 0 && chance(30)) return pick(scope.objects);
    const entries = Array.from({ length: g(fc.integer, { min: 0, max: 3 }) }, () => {
      const parts = [
        () => `${pick(keys)}: ${value(scope)}`,
        () => `${pick(keys)}: ${value(scope)}`,
        () => `[${JSON.stringify(pick(keys))}]: ${value(scope)}`,
        () => `...(flag() ? { ${pick(keys)}: ${value(scope)} } : {})`,
        () => `...(flag() && { ${pick(keys)}: ${value(scope)} })`,
        ...scope.objects.map((name) => () => `...${name}`),
        ...(depth < 1 ? [() => `...${object(scope, depth + 1)}`] : []),
      ];
      return pick(parts)();
    });
    return `{ ${entries.join(", ")} }`;
  };

  /** A statement that changes an object, or makes another of it. */
  const change = (scope: Scope): readonly [lines: readonly string[], scope: Scope] => {
    const target = pick(scope.objects);
    const other = fresh("o");
    const withOther = { ...scope, objects: [...scope.objects, other] };
    return pick<() => readonly [readonly string[], Scope]>([
      () => [[`${target}.${pick(keys)} = ${value(scope)};`], scope],
      () => [[`delete ${target}.${pick(keys)};`], scope],
      () => [[`Object.assign(${target}, ${object(scope)});`], scope],
      () => [[`const ${other} = { ...${target}, ${pick(keys)}: ${value(scope)} };`], withOther],
      () => [[`const { ${pick(keys)}: ${fresh("x")}, ...${other} } = ${target};`], withOther],
      () => [
        [`const ${other} = Object.fromEntries(Object.entries(${target}).filter(([, one]) => one != null));`],
        withOther,
      ],
      () => [[`let ${other} = ${object(scope)};`, `if (flag()) ${other} = ${object(scope)};`], withOther],
      () => [[`let ${other} = {};`, `${other} = { ...${other}, ...${target} };`], withOther],
      () => [[`const ${other} = structuredClone(${target});`], withOther],
    ])();
  };

  const send = (scope: Scope, name: string, payload: string): string => {
    const sender = pick(scope.senders);
    return `${sender(name, payload)};`;
  };

  /** What stands in a function that is given a name and a payload. */
  const body = (scope: Scope, name: string, payload: string): readonly string[] => {
    const own: Scope = { ...scope, texts: [name], objects: [], numbers: [], values: [] };
    const guards = [
      () => [`if (${name} === ${JSON.stringify(pick(["Viewed", "Added"]))}) return;`],
      () => [`if (!${payload}) return;`],
      () => [`if (!${payload}?.${pick(keys)}) return;`],
      () => ["if (flag()) return;"],
      () => [`if (${name} !== "Paid" && ${name} !== "Left") return;`],
      () => [`${payload} = { ...${payload}, ${pick(keys)}: ${value(own)} };`],
      () => [`if (${payload}) ${payload}.${pick(keys)} = ${value(own)};`],
      () => [`if (${name} === "Paid") ${payload} = { ...${payload}, ${pick(keys)}: ${value(own)} };`],
      () => [`${payload} ??= {};`],
    ];
    const before = Array.from({ length: chance(45) ? g(fc.integer, { min: 1, max: 2 }) : 0 }, () =>
      pick(guards)(),
    );
    const sends = [
      () => [send(scope, name, payload)],
      () => [send(scope, name, payload)],
      () => [send(scope, name, `{ ...${payload}, ${pick(keys)}: ${value(own)} }`)],
      () => [send(scope, name, `{ ${pick(keys)}: ${payload}?.${pick(keys)} }`)],
      () => [send(scope, text(own), payload)],
      () => [send(scope, JSON.stringify("Fixed"), `{ ${pick(keys)}: ${name}, ...${payload} }`)],
      () => {
        const rest = fresh("r");
        return [
          `const { ${pick(keys)}: ${fresh("x")}, ...${rest} } = ${payload} ?? {};`,
          send(scope, name, rest),
        ];
      },
      () => [
        `switch (${name}) {`,
        `case "Viewed": ${send(scope, '"Seen"', payload)} break;`,
        `case "Paid": ${send(scope, name, `{ ...${payload}, d: 1 }`)} break;`,
        `default: ${send(scope, name, payload)}`,
        "}",
      ],
      () => [
        "if (flag()) {",
        send(scope, name, `{ ...${payload}, a: 8 }`),
        "} else {",
        send(scope, name, payload),
        "}",
      ],
      () => [
        `if (${name} === "Viewed") {`,
        send(scope, name, `{ ...${payload}, c: 7 }`),
        "} else {",
        send(scope, name, payload),
        "}",
      ],
    ];
    return [...before.flat(), ...pick(sends)()];
  };

  /** One of the kinds that real projects have. */
  const realWrapper = (scope: Scope): readonly [lines: readonly string[], scope: Scope] => {
    const f = fresh("f");
    const { lines, sender } = pick(
      wrappersOf(
        {
          ...{ pick, chance, fresh },
          value: () => value({ ...scope, objects: [] }, 1),
          key: () => pick(keys),
          body: (name, payload) => body(scope, name, payload),
          send: (name, payload) => send(scope, name, payload),
        },
        f,
      ),
    )();
    return [lines, { ...scope, senders: [...scope.senders, sender, sender, sender] }];
  };

  /** A function of the program's own that sends what it is given. */
  const wrapper = (scope: Scope): readonly [lines: readonly string[], scope: Scope] => {
    const f = fresh("f");
    const with1 = (sender: Scope["senders"][number]): Scope => ({
      ...scope,
      senders: [...scope.senders, sender, sender, sender],
    });
    const plain = with1((name, payload) => `${f}(${name}, ${payload})`);
    return pick<() => readonly [readonly string[], Scope]>([
      () => [[`function ${f}(n, p) {`, ...body(scope, "n", "p"), "}"], plain],
      () => [[`const ${f} = (n, p) => {`, ...body(scope, "n", "p"), "};"], plain],
      () => [[`const ${f} = (n, p = {}) => {`, ...body(scope, "n", "p"), "};"], plain],
      () => [[`const ${f} = (n, p) => ${pick(scope.senders)("n", "p")};`], plain],
      () => [[`const ${f} = (...args) => analytics.track(...args);`], plain],
      () => [
        [`function ${f}(p, n) {`, ...body(scope, "n", "p"), "}"],
        with1((name, payload) => `${f}(${payload}, ${name})`),
      ],
      () => [
        [`function ${f}({ n, p }) {`, ...body(scope, "n", "p"), "}"],
        with1((name, payload) => `${f}({ n: ${name}, p: ${payload} })`),
      ],
      () => [
        [`function ${f}({ n, ...p }) {`, ...body(scope, "n", "p"), "}"],
        with1((name, payload) => `${f}({ n: ${name}, ...${payload} })`),
      ],
      () => [
        [`const ${f} = { send(n, p) {`, ...body(scope, "n", "p"), "} };"],
        with1((name, payload) => `${f}.send(${name}, ${payload})`),
      ],
      () => [
        [`const ${f} = (n) => (p) => {`, ...body(scope, "n", "p"), "};"],
        with1((name, payload) => `${f}(${name})(${payload})`),
      ],
      () => [
        [
          `class C${f} {`,
          `constructor(n) { this.n = n; }`,
          "send(p) {",
          "let n = this.n;",
          ...body(scope, "n", "p"),
          "} }",
        ],
        with1((name, payload) => `new C${f}(${name}).send(${payload})`),
      ],
      () => [
        [`class C${f} {`, "send(n, p) {", ...body(scope, "n", "p"), "} }", `const ${f} = new C${f}();`],
        with1((name, payload) => `${f}.send(${name}, ${payload})`),
      ],
      () => [[`const ${f} = (n, p) => [n].forEach((one) => {`, ...body(scope, "one", "p"), "});"], plain],
      () => [
        [`function ${f}(n, p, then) {`, "then(n, p);", "}"],
        with1((name, payload) => `${f}(${name}, ${payload}, (m, q) => ${pick(scope.senders)("m", "q")})`),
      ],
      () => [
        [
          `const ${f} = (kind, p) => {`,
          `const n = { one: "Viewed", two: "Added" }[kind] ?? kind;`,
          ...body(scope, "n", "p"),
          "};",
        ],
        with1((name, payload) => `${f}(${chance(50) ? '"one"' : name}, ${payload})`),
      ],
    ])();
  };

  let scope: Scope = {
    texts: [],
    numbers: [],
    values: [],
    objects: [],
    senders: [(name, payload) => `analytics.track(${name}, ${payload})`],
  };
  const lines = [
    'const names = { viewed: "Viewed", added: "Added" };',
    "function pickName(one) {",
    'if (flag()) return "Picked";',
    "return one;",
    "}",
  ];
  const steps = g(fc.integer, { min: 2, max: 8 });
  for (let step = 0; step < steps; step++) {
    const kind = g(fc.integer, { min: 0, max: 9 });
    if (kind < 3) {
      const [more, next] = chance(50) ? wrapper(scope) : realWrapper(scope);
      lines.push(...more);
      scope = next;
    } else if (kind === 3) {
      const name = fresh("t");
      lines.push(`const ${name} = ${text(scope)};`);
      scope = { ...scope, texts: [...scope.texts, name] };
    } else if (kind === 4) {
      const name = fresh("o");
      lines.push(`const ${name} = ${object({ ...scope, objects: [] })};`);
      scope = { ...scope, objects: [...scope.objects, name] };
      // What is put into an object counts wherever that stands: here before it is used.
      for (let times = g(fc.integer, { min: 0, max: 2 }); times > 0; times--) {
        const [more, next] = change({ ...scope, objects: [name] });
        lines.push(...more);
        scope = { ...scope, objects: [...new Set([...scope.objects, ...next.objects])] };
      }
    } else if (kind === 5) {
      const { lines: more, value: made } = pick(statementsOf(valueTools(scope, 1)))();
      lines.push(...more);
      scope = { ...scope, values: [...scope.values, made] };
    } else if (kind === 6) {
      const name = fresh("e");
      lines.push(`for (const ${name} of [${text(scope)}, ${text(scope)}])`, send(scope, name, object(scope)));
    } else lines.push(chance(20) ? "if (flag())" : "", send(scope, text(scope), object(scope)));
  }
  return `${lines.filter((line) => line !== "").join("\n")}\n`;
}
