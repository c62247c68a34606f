// Wrappers of the kinds that real projects have, for programs that are written at random: classes and their heirs, hooks,
// factories, tables, helpers that make a payload.

/** What a program may use where a wrapper is written. */
export type Tools = {
  readonly pick: <T>(options: readonly T[]) => T;
  readonly chance: (percent: number) => boolean;
  readonly fresh: (letter: string) => string;
  /** A value, of what is known everywhere. */
  readonly value: () => string;
  readonly key: () => string;
  /** The statements of a function that is given a name and a payload, as they are called there. */
  readonly body: (name: string, payload: string) => readonly string[];
  /** A statement that sends. */
  readonly send: (name: string, payload: string) => string;
};

/** The lines that declare a wrapper, and how it is called. */
export type Wrapper = {
  readonly lines: readonly string[];
  readonly sender: (name: string, payload: string) => string;
};

/** The kinds of wrappers, of which each writes one that is called `f`. */
export function wrappersOf(tools: Tools, f: string): readonly (() => Wrapper)[] {
  const { pick, chance, fresh, value, key, body, send } = tools;
  const plain = (name: string, payload: string): string => `${f}(${name}, ${payload})`;
  const method = (name: string, payload: string): string => `${f}.send(${name}, ${payload})`;
  return [
    // Classes.
    () => ({
      lines: [
        `class B${f} {`,
        `base = { ${key()}: ${value()} };`,
        "send(n, p) {",
        send("n", "{ ...p, ...this.base }"),
        "} }",
        `class C${f} extends B${f} {`,
        `send(n, p) { super.send(n, { ...p, ${key()}: ${value()} }); }`,
        "}",
        `const ${f} = new C${f}();`,
      ],
      sender: method,
    }),
    () => ({
      lines: [
        `class B${f} {`,
        "send(n, p) { this.sent(this.named(n), p); }",
        "named(n) { return n; }",
        "sent(n, p) {",
        ...body("n", "p"),
        "} }",
        `class C${f} extends B${f} {`,
        'another(n) { return n + " here"; }',
        "send(n, p) { super.send(this.another(n), p); }",
        "}",
        `const ${f} = ${chance(50) ? `new C${f}()` : `new B${f}()`};`,
      ],
      sender: method,
    }),
    () => ({
      lines: [
        `class C${f} {`,
        `static shared = { ${key()}: ${value()} };`,
        "#own;",
        `constructor(own = { ${key()}: 3 }) { this.#own = own; }`,
        "static send(n, p) {",
        send("n", `{ ...p, ...C${f}.shared }`),
        "}",
        "send(n, p) {",
        send("n", "{ ...p, ...this.#own }"),
        "} }",
        `const ${f} = new C${f}(${chance(50) ? "" : `{ ${key()}: ${value()} }`});`,
      ],
      sender: (name, payload) => `${chance(50) ? f : `C${f}`}.send(${name}, ${payload})`,
    }),
    () => ({
      lines: [
        `class C${f} {`,
        "constructor() { this.send = this.send.bind(this); }",
        "send(n, p) {",
        ...body("n", "p"),
        "} }",
        `const { send: ${f} } = new C${f}();`,
      ],
      sender: plain,
    }),
    // Hooks and factories.
    () => ({
      lines: [
        `const use${f} = (base) => {`,
        "const send = useCallback((n, p) => {",
        send("n", "{ ...p, ...base }"),
        "}, [base]);",
        "return { send };",
        "};",
        `const { send: ${f} } = use${f}({ ${key()}: ${value()} });`,
      ],
      sender: plain,
    }),
    () => ({
      lines: [
        `function make${f}(before) {`,
        "return {",
        `send: (n, p) => ${send('before + " " + n', "p").slice(0, -1)},`,
        "};",
        "}",
        `const ${f} = make${f}(${pick(['"Shop"', "text()", "names.viewed"])});`,
      ],
      sender: method,
    }),
    () => ({
      lines: [
        `function use${f}() {`,
        "const state = useMemo(() => ({ a: 4 }), []);",
        "return useCallback(async (n, p = state) => {",
        ...body("n", "p"),
        "}, []);",
        "}",
        `const ${f} = use${f}();`,
      ],
      sender: (name, payload) => (chance(30) ? `${f}(${name})` : plain(name, payload)),
    }),
    // Defaults.
    () => ({
      lines: [`function ${f}({ n = "Viewed", p = { ${key()}: ${value()} } } = {}) {`, ...body("n", "p"), "}"],
      sender: (name, payload) =>
        pick([
          `${f}({ n: ${name}, p: ${payload} })`,
          `${f}({ p: ${payload} })`,
          `${f}({ n: ${name} })`,
          `${f}()`,
        ]),
    }),
    () => ({
      lines: [
        `function ${f}(n, { ${key()}: x = ${value()}, ...p } = {}) {`,
        send("n", `{ ...p, ${key()}: x }`),
        "}",
      ],
      sender: plain,
    }),
    // One of several ways to call it.
    () => ({
      lines: [
        `function ${f}(one, p) {`,
        'let { n, q } = typeof one === "string" ? { n: one, q: p } : one;',
        ...body("n", "q"),
        "}",
      ],
      sender: (name, payload) => (chance(50) ? plain(name, payload) : `${f}({ n: ${name}, q: ${payload} })`),
    }),
    () => ({
      lines: [
        `function given${f}(one, p) {`,
        'if (typeof one === "object") return { n: one.n, p: one.p ?? {} };',
        `if (!p) return { n: one, p: { ${key()}: ${value()} } };`,
        "return { n: one, p };",
        "}",
        `function ${f}(one, more) {`,
        `const { n, p } = given${f}(one, more);`,
        send("n", "p"),
        "}",
      ],
      sender: (name, payload) =>
        pick([plain(name, payload), `${f}({ n: ${name}, p: ${payload} })`, `${f}(${name})`]),
    }),
    // Payloads that a helper makes.
    () => ({
      lines: [
        `function made${f}(p) {`,
        `if (!p) return { ${key()}: ${value()} };`,
        `if (p.${key()}) return { ...p, ${key()}: ${value()} };`,
        "return p;",
        "}",
        `const ${f} = (n, p) => ${send("n", `made${f}(p)`)}`,
      ],
      sender: plain,
    }),
    () => ({
      lines: [
        `const ${f} = (n, p) => {`,
        `const all = Object.assign({}, p, { ${key()}: ${value()} });`,
        chance(50) ? `delete all.${key()};` : `all.${key()} ??= ${value()};`,
        send("n", "all"),
        "};",
      ],
      sender: plain,
    }),
    () => ({
      lines: [
        `const ${f} = (n, p) => {`,
        "const all = {};",
        `for (const [one, is] of Object.entries(p ?? {})) ${pick(["", "if (is !== null) ", 'if (one !== "a") '])}all[one] = is;`,
        chance(50) ? `all.${key()} = ${value()};` : "",
        send("n", "all"),
        "};",
      ],
      sender: plain,
    }),
    () => ({
      lines: [
        `const ${f} = (n, p) => {`,
        `const all = Object.fromEntries(Object.entries({ ...p, ${key()}: ${value()} }).map(([one, is]) => [one, ${pick(["is", "String(is)", "[is]"])}]));`,
        send("n", "all"),
        "};",
      ],
      sender: plain,
    }),
    () => ({
      lines: [
        `const ${f} = (n, p) => {`,
        `const all = Object.keys(p ?? {}).reduce((so, one) => ({ ...so, [one]: p[one] }), { ${key()}: ${value()} });`,
        send("n", "all"),
        "};",
      ],
      sender: plain,
    }),
    () => ({
      lines: [
        `const ${f} = (n, p) => ${send("n", `{ ...(n === "Paid" && { ${key()}: ${value()} }), ...p, ...(p?.${key()} ? { ${key()}: ${value()} } : undefined) }`)}`,
      ],
      sender: plain,
    }),
    // Names that a table or a function gives.
    () => ({
      lines: [
        `const table${f} = new Map([["one", "Viewed"], ["two", "Added"]]);`,
        `const ${f} = (kind, p) => {`,
        `const n = table${f}.get(kind) ?? kind;`,
        ...body("n", "p"),
        "};",
      ],
      sender: (name, payload) => `${f}(${pick(['"one"', '"two"', name])}, ${payload})`,
    }),
    () => ({
      lines: [
        `function name${f}(kind) {`,
        "switch (kind) {",
        'case "Viewed": return "Seen";',
        'case "Paid":',
        'case "Left": return kind + " now";',
        "default: return kind;",
        "}",
        "}",
        `const ${f} = (n, p) => ${send(`name${f}(n)`, "p")}`,
      ],
      sender: plain,
    }),
    () => ({
      lines: [
        `const Kind${f} = Object.freeze({ One: "Viewed", Two: "Added" });`,
        `const ${f} = (kind, p) => {`,
        `if (!(kind in Kind${f})) return;`,
        send(`Kind${f}[kind]`, "p"),
        "};",
      ],
      sender: (_name, payload) => `${f}(${pick(['"One"', '"Two"', 'flag() ? "One" : "Two"'])}, ${payload})`,
    }),
    () => ({
      lines: [
        `const ${f} = (n, p) => {`,
        "let m = n;",
        pick(['if (flag()) m = m + " later";', 'if (n === "Paid") m = "Bought";', "m = m ?? text();"]),
        ...body("m", "p"),
        "};",
      ],
      sender: plain,
    }),
    // Ways to a call.
    () => ({
      lines: [
        `const ${f} = (n, p) => {`,
        "try {",
        ...body("n", "p"),
        "} catch {",
        send('"Failed"', `{ ...p, ${key()}: ${value()} }`),
        "} finally {",
        chance(30) ? send('"Ended"', `{ ${key()}: n }`) : "",
        "}",
        "};",
      ],
      sender: plain,
    }),
    () => ({
      lines: [`const ${f} = { send: (n, p) => {`, ...body("n", "p"), "} };"],
      sender: (name, payload) =>
        pick([
          `${f}?.send?.(${name}, ${payload})`,
          `${f}.send.call(null, ${name}, ${payload})`,
          `${f}.send.apply(null, [${name}, ${payload}])`,
          `${f}["send"](${name}, ${payload})`,
        ]),
    }),
    () => {
      const x = fresh("x");
      return {
        lines: [
          `const ${f} = (...list) => {`,
          `for (const ${x} of list) ${send(`${x}.n`, `{ ...${x}.p, ${key()}: ${value()} }`)}`,
          "};",
        ],
        sender: (name, payload) =>
          chance(50)
            ? `${f}({ n: ${name}, p: ${payload} })`
            : `${f}({ n: ${name}, p: ${payload} }, { n: "Twice", p: { a: 1 } })`,
      };
    },
    () => ({
      lines: [
        `const ${f} = (n, p) => {`,
        `[[n, p], ["Second", { ${key()}: ${value()} }]].${pick(["map", "forEach"])}(([m, q]) => {`,
        ...body("m", "q"),
        "});",
        "};",
      ],
      sender: plain,
    }),
    () => ({
      lines: [
        `const ${f} = (n, p, options = {}) => {`,
        `const { quiet = false, extra } = options;`,
        "if (quiet) return;",
        send("n", "extra ? { ...p, ...extra } : p"),
        "};",
      ],
      sender: (name, payload) =>
        pick([
          plain(name, payload),
          `${f}(${name}, ${payload}, { quiet: true })`,
          `${f}(${name}, ${payload}, { extra: { ${key()}: ${value()} } })`,
          `${f}(${name}, ${payload}, { quiet: flag() })`,
        ]),
    }),
  ];
}
