// Values that come about in the many ways that payloads of real projects do, for programs that are written at random:
// conversions, lists and objects that are made of others, conditions that narrow, names that are assigned on the way.
import type { Tools } from "./random-wrappers.js";

export type ValueTools = Pick<Tools, "pick" | "chance" | "fresh" | "key"> & {
  /** A value that is simpler than the one which is being written. */
  readonly inner: () => string;
  readonly text: () => string;
  /** An object. */
  readonly object: () => string;
};

/** The lines that come before a value's use, and how it is used. */
export type Made = { readonly lines: readonly string[]; readonly value: string };

/** Ways to write a value as an expression. */
export function expressionsOf(tools: ValueTools): readonly (() => string)[] {
  // Of what a function gives back nothing is told of null and undefined.
  const { pick, key, inner, text, object } = tools;
  const present = (): string => pick(["1", "number()", "true", text()]);
  return [
    // Conversions.
    () => `\`\${${inner()}}\``,
    () => `Number(${inner()})`,
    () => `+${pick(["number()", '"3"', "flag()"])}`,
    () => `!${pick(["number()", "text()", "flag()"])}`,
    () => `Boolean(${inner()})`,
    () => `typeof ${pick(["number()", "text()", "names.viewed"])}`,
    () => `(number() ${pick(["+", "-", "*", "%", "|"])} 2)`,
    () => `(number() ${pick(["<", ">", "===", "!=="])} 2)`,
    () => `(${text()} + number())`,
    () => `number().toFixed(1)`,
    () => `JSON.stringify(${object()})`,
    () => `JSON.parse(JSON.stringify(${object()}))`,
    () => `(0, ${inner()})`,
    () => "void 0",
    // Texts.
    () =>
      `${text()}.${pick(["length", "toUpperCase()", "trim()", "split(' ')", "slice(1)", "includes('a')", "charAt(0)", "replace('a', 'b')", "split(' ')[0]", "at(0)"])}`,
    () => `[${text()}, ${text()}].join(${pick(['""', '"-"'])})`,
    // Times.
    () =>
      `new Date(0).${pick(["getTime()", "toISOString()", "getDate()", "valueOf()", "toJSON()", "toLocaleDateString('en')"])}`,
    () => "new Date(0)",
    () => "Math.floor(new Date(0).getTime() / 1000)",
    // One or the other.
    () => `(${inner()} || ${inner()})`,
    () => `(!${pick(["number()", "text()"])} && ${inner()})`,
    () => `(${inner()} ?? ${inner()})`,
    () => `(number() === 1 && ${inner()})`,
    () => `((one) => (typeof one === "string" ? one : ${inner()}))(${inner()})`,
    () => `((one) => (one ? one : ${inner()}))(flag() ? ${inner()} : ${inner()})`,
    () => `((one) => (one === null ? ${inner()} : one))(flag() ? null : ${inner()})`,
    () => `((one) => (one !== "Paid" ? null : one))(${text()})`,
    () => `((one) => ("${key()}" in one ? one.${key()} : ${inner()}))(${object()})`,
    () => `(() => { if (flag()) return ${present()}; return ${present()}; })()`,
    () => `(() => { try { return ${present()}; } catch { return ${present()}; } })()`,
    () => `((one = ${inner()}) => one)(${pick(["", "undefined", present()])})`,
    () => `((...all) => all.length)(${inner()}, ${inner()})`,
    () => `((...all) => all[0])(${inner()}, ${inner()})`,
    // Lists.
    () => `[${inner()}, ${inner()}].${pick(["length", "at(0)", "find((one) => one)", "pop()"])}`,
    () => `[${inner()}, ${inner()}][${pick(["0", "1", "2"])}]`,
    () =>
      `[${inner()}, ${inner()}].map((one, index) => ${pick(["one", "index", "[one]", "({ one, index })"])})`,
    () =>
      `[${inner()}, ${inner()}].filter(${pick(["Boolean", "(one) => one", "(one) => typeof one === 'string'"])})`,
    () => `[...[${inner()}], ${inner()}]`,
    () => `[${inner()}].concat(${inner()})`,
    () => `Array.from({ length: 2 }, (_, index) => ${pick(["index", `(${inner()})`])})`,
    () => `[[${inner()}], [${inner()}]].flat()`,
    () => `[${inner()}, ${inner()}].${pick(["some", "every"])}((one) => one)`,
    () => `[1, 2].reduce((sum, one) => sum + one, ${pick(["0", '""'])})`,
    () => `[${inner()}].reduce((all, one) => ({ ...all, ${key()}: one }), {})`,
    () => `[..."ab"].length`,
    // Objects.
    () => `{ [flag() ? "a" : "b"]: ${inner()} }`,
    () => `{ ${key()}: ${inner()}, ...{ ${key()}: ${inner()} } }`,
    () => `{ ${key()}: ${inner()} }.${key()}`,
    () => `{ ${key()}: ${inner()} }[flag() ? "a" : "b"]`,
    () => `{ get ${key()}() { return ${inner()}; } }.${key()}`,
    () => `Object.fromEntries([["${key()}", ${inner()}], ["${key()}", ${inner()}]])`,
    () => `Object.fromEntries(["${key()}", "${key()}"].map((one) => [one, ${inner()}]))`,
    () => `Object.${pick(["keys", "values", "entries"])}(${object()})`,
    () => `Object.keys(${object()}).length`,
    () => `Object.assign({}, ${object()}, ${object()})`,
    () => `(${object()}).${key()}`,
    () => `(${object()})?.${key()}?.length`,
    () => `new Map([["${key()}", ${inner()}]]).get("${key()}")`,
    () => `new (class { ${key()} = ${inner()}; get z() { return this.${key()}; } })().z`,
  ];
}

/** Ways to come to a value by statements. */
export function statementsOf(tools: ValueTools): readonly (() => Made)[] {
  const { pick, chance, fresh, key, inner, text, object } = tools;
  const named = (write: (name: string) => readonly string[]): Made => {
    const name = fresh("v");
    return { lines: write(name), value: name };
  };
  const loop = (): string =>
    pick([
      "for (let i = 0; i < 2; i++)",
      "for (const one of [1, 2])",
      "for (let i = number(); i > 0; i--)",
      "for (const one in { a: 1 })",
    ]);
  return [
    () => named((v) => [`const ${v} = ${inner()};`]),
    // What begins with nothing is taken to be filled in before it is used.
    () => named((v) => [`let ${v} = ${inner()};`, `if (flag()) ${v} = ${inner()};`]),
    () => named((v) => [`let ${v};`, `if (flag()) ${v} = ${inner()};`, `else ${v} = ${inner()};`]),
    () =>
      named((v) => [`let ${v} = ${inner()};`, `if (flag()) { ${v} = ${inner()}; }`, `${v} = ${inner()};`]),
    () =>
      named((v) => [`let ${v} = ${pick(["null", "undefined", '""', "0"])};`, `${loop()} ${v} = ${inner()};`]),
    () => named((v) => [`let ${v} = 0;`, `${loop()} ${v} ${pick(["+= 1", "++", "+= number()"])};`]),
    () => named((v) => [`let ${v} = "";`, `${loop()} ${v} += ${text()};`]),
    () => named((v) => [`let ${v} = [];`, `${loop()} ${v}.push(${inner()});`]),
    () => named((v) => [`const ${v} = {};`, `for (const one of [1, 2]) ${v}.${key()} = ${inner()};`]),
    () => named((v) => [`const ${v} = {};`, `for (const one of ["a", "b"]) ${v}[one] = ${inner()};`]),
    () => named((v) => [`let ${v} = ${inner()};`, `${v} ${pick(["??=", "||=", "&&="])} ${inner()};`]),
    () =>
      named((v) => [
        `let ${v};`,
        `switch (${pick(["number()", "text()"])}) {`,
        `case ${pick(["1", '"Viewed"'])}: ${v} = ${inner()}; ${chance(70) ? "break;" : ""}`,
        `case ${pick(["2", '"Paid"'])}: ${v} = ${inner()}; break;`,
        `default: ${v} = ${inner()};`,
        "}",
      ]),
    () => named((v) => [`let ${v} = null;`, `try { ${v} = ${inner()}; } catch { ${v} = ${inner()}; }`]),
    () => named((v) => [`const { ${key()}: ${v} = ${inner()} } = { ${key()}: ${text()} };`]),
    () => named((v) => [`const [${v} = ${inner()}] = [${chance(50) ? text() : ""}];`]),
    () => named((v) => [`const [, ${v}] = [${inner()}, ${inner()}];`]),
    () => named((v) => [`const [, ...${v}] = [${inner()}, ${inner()}];`]),
    () => named((v) => [`let ${v};`, `({ ${key()}: ${v} } = ${object()});`]),
    () => {
      const f = fresh("g");
      return {
        lines: [
          `function ${f}(one, two = ${text()}) {`,
          `if (one === ${inner()}) return ${text()};`,
          "return two;",
          "}",
        ],
        value: `${f}(${inner()})`,
      };
    },
    () => {
      const f = fresh("g");
      return {
        lines: [`const ${f} = (one) => ({ ...one, ${key()}: ${inner()} });`],
        value: `${f}(${object()})`,
      };
    },
    () => {
      const f = fresh("g");
      return {
        lines: [
          `class ${f} {`,
          `#one = ${inner()};`,
          `get one() { return this.#one; }`,
          `static two = ${inner()};`,
          `three(four) { this.#one = four; return this; }`,
          "}",
        ],
        value: pick([`new ${f}().one`, `${f}.two`, `new ${f}().three(${inner()}).one`]),
      };
    },
    () =>
      named((v) => [
        `const ${v} = { a: ${inner()}, b: { c: ${inner()} } };`,
        pick([
          `${v}.b.c = ${inner()};`,
          `delete ${v}.b.c;`,
          `${v}.b = ${inner()};`,
          `${v}["a"] = ${inner()};`,
        ]),
      ]),
    () => {
      const v = fresh("v");
      const w = fresh("w");
      return {
        lines: [`let ${v} = flag() ? null : ${inner()};`, `const ${w} = ${v} ? ${v} : ${inner()};`],
        value: pick([w, `(${v} && ${v})`, `(${v} !== null ? ${v} : 1)`, `(${v} ?? ${w})`]),
      };
    },
    () => {
      const v = fresh("v");
      const f = fresh("g");
      return {
        lines: [
          `let ${v} = ${inner()};`,
          `const ${f} = () => { ${v} = ${inner()}; };`,
          chance(50) ? `${f}();` : "",
        ],
        value: v,
      };
    },
  ];
}
