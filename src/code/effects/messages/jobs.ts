// What reaches a function by a library that calls it in another process: jobs of queues, functions of Inngest, and
// procedures of tRPC. The name of the queue, the event or the procedure says who is called.
import type { CallExpression, Decorator, Expression, Node } from "oxc-parser";
import { namesFunction, type Placed, type Scope } from "../../syntax/scopes.js";
import { bare, type ClassNode, type FunctionNode, keyName, tailName } from "../../syntax/syntax.js";
import { argumentValues } from "../../values/call-values.js";
import { declaredAs } from "../../values/declared.js";
import { byType } from "../../values/language/types.js";
import type { Linker } from "../../values/linker.js";
import { elementOf, memberOf } from "../../values/members.js";
import type { Module } from "../../values/module.js";
import {
  functionIn,
  type Member,
  plainText,
  type Site,
  spanOf,
  unknown,
  type Value,
} from "../../values/values.js";
import type { Word } from "../../words/words.js";
import type { Heard, Listener } from "./channels.js";

const queue = "queue ";
const event = "event ";
const procedure = "procedure ";

/** Methods that a queue is given its function by, and how many of its arguments come before that, at least. */
const working: ReadonlySet<string> = new Set(["process", "work", "define"]);
/** Methods that put a job into a queue; those of the second kind name the queue first. */
const adding: ReadonlySet<string> = new Set(["add", "enqueue"]);
const sending: ReadonlySet<string> = new Set(["send", "publish", "now", "insert"]);
/** Methods that call a procedure, and that make what calls it. */
const asking: ReadonlySet<string> = new Set(["mutate", "mutateAsync", "query", "fetch", "call"]);
const calling = /^(?:useMutation|useQuery|mutationOptions|mutate|mutateAsync|query|fetch|call|\(\))$/;

/** What a function is called for by a library; undefined for any other. */
export function jobOf(linker: Linker, module: Module, start: number): Listener | undefined {
  for (const [node, inner] of module.scopes.scopeOf) {
    const { fn, parent } = inner;
    if (node.start !== start || fn === undefined || fn !== node || parent === undefined) continue;
    const found = processed(linker, module, fn, parent) ?? worked(linker, module, fn);
    if (found === undefined) return undefined;
    const name = found.slice(found.indexOf(" ") + 1);
    return {
      kind: "job",
      channel: found,
      listener: () => functionIn(module, fn, parent),
      at: undefined,
      words: [name, ...(found.startsWith(queue) ? queueWords(name) : [])],
    };
  }
  return undefined;
}

/** Words of which one stands where people put jobs into a queue of a name. */
function queueWords(name: string): readonly string[] {
  const camel = name.replace(/[^A-Za-z\d]+([A-Za-z\d])/g, (_, letter: string) => letter.toUpperCase());
  return [camel, `${camel}Queue`, "InjectQueue", "bullmq", "bull", "queue", "queues", "Queue"];
}

/** A method of a class that NestJS calls with jobs. */
function processed(linker: Linker, module: Module, fn: FunctionNode, scope: Scope): string | undefined {
  const { cls } = scope;
  if (cls === undefined) return undefined;
  const method = cls.body.body.find((one) => one.type === "MethodDefinition" && one.value === fn);
  if (method?.type !== "MethodDefinition") return undefined;
  const isOne =
    keyName(method.key, method.computed) === "process" ||
    method.decorators.some((one) => decoratorName(one) === "Process");
  if (!isOne) return undefined;
  const name = cls.decorators.find((one) => decoratorName(one) === "Processor");
  const text = name === undefined ? undefined : decoratorText(linker, name, { module, scope });
  return text === undefined ? undefined : `${queue}${text}`;
}

function decoratorName({ expression }: Decorator): string | undefined {
  return expression.type === "CallExpression" ? tailName(expression.callee) : undefined;
}

/** The text that a decorator is given, by itself or as the name in an object. */
function decoratorText(linker: Linker, { expression }: Decorator, site: Site): string | undefined {
  const [first] = expression.type === "CallExpression" ? expression.arguments : [];
  if (first === undefined || first.type === "SpreadElement") return undefined;
  const value = linker.evaluate(first, site);
  return plainText(value.kind === "object" ? memberOf(linker, value, "name") : value);
}

/** The call that a function is handed to. */
function handing(
  module: Module,
  fn: FunctionNode,
): { readonly call: Placed; readonly index: number } | undefined {
  const handed = module.scopes.handed.get(fn);
  if (handed !== undefined) return handed;
  for (const call of module.scopes.calls) {
    if (call.node.type !== "CallExpression" && call.node.type !== "NewExpression") continue;
    const index = call.node.arguments.findIndex(
      (one) => one.type === "Identifier" && namesFunction(call.scope, one.name, fn),
    );
    if (index >= 0) return { call, index };
  }
  return undefined;
}

function worked(linker: Linker, module: Module, fn: FunctionNode): string | undefined {
  const handed = handing(module, fn);
  if (handed === undefined) return undefined;
  const { index } = handed;
  const { node, scope } = handed.call;
  const site: Site = { module, scope };
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return undefined;
  const tail = tailName(node.callee) ?? "";
  const [first] = node.arguments;
  const named = (): string | undefined => {
    const text =
      first === undefined || first.type === "SpreadElement"
        ? undefined
        : plainText(linker.evaluate(first, site));
    return text === undefined ? undefined : `${queue}${text}`;
  };
  if (node.type === "NewExpression") return tail === "Worker" && index === 1 ? named() : undefined;
  const callee = bare(node.callee);
  if (callee.type !== "MemberExpression" || callee.object.type === "Super") return undefined;
  if (working.has(tail)) {
    const own = tail === "process" ? queueNamed(linker, callee.object, site) : undefined;
    return own === undefined ? (index > 0 && tail !== "process" ? named() : undefined) : `${queue}${own}`;
  }
  if (tail === "createFunction" && index > 0) {
    const [options, trigger] = argumentValues(linker, node.arguments, site);
    const triggers = options === undefined ? undefined : memberOf(linker, options, "triggers");
    const text = [trigger, triggers?.kind === "array" ? elementOf(linker, triggers) : undefined]
      .map((one) => (one?.kind === "object" ? plainText(memberOf(linker, one, "event")) : undefined))
      .find((one) => one !== undefined);
    return text === undefined ? undefined : `${event}${text}`;
  }
  if (tail !== "mutation" && tail !== "query" && tail !== "handler") return undefined;
  const [name] = module.scopes.names.get(fn) ?? [];
  return name !== undefined && name !== "default" && isProcedure(linker, callee.object, site)
    ? `${procedure}${name}`
    : undefined;
}

/** Whether something makes procedures: `t.procedure.input(schema)`. */
function isProcedure(linker: Linker, node: Expression, site: Site): boolean {
  const value = linker.evaluate(node, site);
  return value.kind === "external" && /trpc|orpc/i.test(value.source) && value.path.includes("()");
}

/** The name of a queue that something stands for: `new Queue("mails")`, `@InjectQueue("mails") private readonly mails`. */
function queueNamed(linker: Linker, node: Expression, site: Site): string | undefined {
  const one = bare(node);
  if (one.type === "MemberExpression" && one.object.type === "ThisExpression") {
    const key = keyName(one.property, one.computed);
    const self = linker.evaluate(one.object, site);
    return self.kind === "class" && key !== undefined ? queueOf(linker, self.cls, key, self.site) : undefined;
  }
  const id = declaredAs(linker, one, site);
  const [, file, start, name] = /^(.+):(\d+):([^:]+)$/.exec(id ?? "") ?? [];
  const module = file === undefined ? undefined : linker.module(file);
  const binding = module?.scopes.top.values.get(name ?? "");
  if (module === undefined || binding === undefined || binding.start !== Number(start)) return undefined;
  return binding.what.kind === "variable"
    ? madeQueue(linker, binding.what.init, { module, scope: binding.scope })
    : undefined;
}

function madeQueue(linker: Linker, node: Node | null | undefined, site: Site): string | undefined {
  const made = node === undefined || node === null ? undefined : bare(node as Expression);
  if (made?.type !== "NewExpression" || !/queue|bull/i.test(tailName(made.callee) ?? "")) return undefined;
  const [first] = made.arguments;
  return first === undefined || first.type === "SpreadElement"
    ? undefined
    : plainText(linker.evaluate(first, site));
}

/** The queue that a class has under a key. */
function queueOf(linker: Linker, cls: ClassNode, key: string, site: Site): string | undefined {
  for (const member of cls.body.body) {
    if (member.type === "PropertyDefinition" && keyName(member.key, member.computed) === key)
      return injected(linker, member.decorators, site) ?? madeQueue(linker, member.value, site);
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    for (const param of member.value.params) {
      if (param.type !== "TSParameterProperty" || param.parameter.type !== "Identifier") continue;
      if (param.parameter.name === key) return injected(linker, param.decorators, site);
    }
  }
  return undefined;
}

function injected(linker: Linker, decorators: readonly Decorator[], site: Site): string | undefined {
  const one = decorators.find((decorator) => decoratorName(decorator) === "InjectQueue");
  return one === undefined ? undefined : decoratorText(linker, one, site);
}

/** The names that lead to who calls for a job. */
export function jobsFor({ channel, words }: Listener): readonly Word[] {
  const [name = ""] = words;
  if (channel.startsWith(event))
    return [
      { word: "send", beside: words },
      { word: "sendEvent", beside: words },
    ];
  if (channel.startsWith(queue)) return [...adding, ...sending].map((word) => ({ word, beside: words }));
  return [
    ...[...asking].map((word) => ({ word, beside: [name] })),
    { word: name, beside: ["trpc", "api", "caller", "createCaller"] },
  ];
}

/** The function that a call reaches by a queue, an event or a procedure. */
export function jobFor(
  linker: Linker,
  listeners: readonly Listener[],
  node: CallExpression,
  site: Site,
): Heard | undefined {
  const jobs = listeners.filter(({ kind }) => kind === "job");
  const callee = bare(node.callee);
  if (jobs.length === 0) return undefined;
  const tail = tailName(callee) ?? "";
  const span = spanOf(site.module, node);
  const heard = (channel: string, args: (listener: FunctionNode) => Value): Heard | undefined => {
    const job = jobs.find((one) => one.channel === channel);
    const listener = job?.listener();
    return listener === undefined
      ? undefined
      : { channel: channel.slice(channel.indexOf(" ") + 1), listener, args: () => [args(listener.fn)] };
  };
  const given = (): readonly Value[] => argumentValues(linker, node.arguments, site);
  if (callee.type === "MemberExpression" && callee.object.type !== "Super") {
    const jobHeard = (channel: string, name: Value | undefined, data: Value | undefined): Heard | undefined =>
      heard(channel, ({ params: [param] }) => {
        const job = objectOf(span, {
          name,
          data,
          attrs: data === undefined ? undefined : objectOf(span, { data }),
        });
        const isList =
          param?.type === "ArrayPattern" || (param?.type === "Identifier" && param.name === "jobs");
        return isList ? { kind: "array", span, items: [() => job], complete: false, every: true } : job;
      });
    if (adding.has(tail)) {
      const name = queueNamed(linker, callee.object, site);
      if (name !== undefined) {
        const [first, second] = given();
        // Bull's take what they carry alone, too.
        return second === undefined || first?.kind === "object"
          ? jobHeard(`${queue}${name}`, undefined, first)
          : jobHeard(`${queue}${name}`, first, second);
      }
    }
    if (sending.has(tail)) {
      const [first, second] = given();
      const name = first === undefined ? undefined : plainText(first);
      if (name !== undefined) return jobHeard(`${queue}${name}`, first, second);
    }
    if (tail === "send" || tail === "sendEvent") {
      const [what] = given().slice(tail === "send" ? 0 : 1);
      for (const one of what?.kind === "array" ? what.items.map((item) => item()) : [what]) {
        const name = one === undefined ? undefined : plainText(memberOf(linker, one, "name"));
        const found =
          name === undefined ? undefined : heard(`${event}${name}`, () => objectOf(span, { event: one }));
        if (found !== undefined) return found;
      }
    }
  }
  const client = jobs.some(({ channel }) => channel.startsWith(procedure))
    ? linker.evaluate(callee, site)
    : undefined;
  // What is handed in is a client by its type: `api: ReturnType<typeof createApi>`.
  const called = client?.kind === "parameter" ? byType(linker, client) : client;
  if (called?.kind !== "external" || !isClientOf(called)) return undefined;
  const way = called.path.filter((step) => step !== "()" && step !== "new" && step !== "*");
  const at = way.findLastIndex((step) => !calling.test(step) && step !== "mutationFn" && step !== "queryFn");
  return heard(`${procedure}${way[at] ?? ""}`, () =>
    objectOf(span, { input: given()[0] ?? { kind: "undefined", span } }),
  );
}

/** Whether something is a client of procedures: it comes out of such a package, or is called so. */
function isClientOf({ source, path }: Extract<Value, { kind: "external" }>): boolean {
  return /trpc|orpc/i.test(source) || (source !== "" && /trpc|orpc/i.test(path[0] ?? ""));
}

/** An object with some keys, and others that nobody knows. */
function objectOf(span: Value["span"], keys: Readonly<Record<string, Value | undefined>>): Value {
  const others: Value = unknown(span, "what a library hands in");
  const members = Object.entries(keys).flatMap(([name, value]): readonly Member[] =>
    value === undefined ? [] : [{ kind: "property", name, span, value: () => value, optional: false }],
  );
  return { kind: "object", span, members: [{ kind: "spread", value: () => others }, ...members] };
}
