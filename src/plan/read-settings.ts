// The settings in the head of a plan: what is generated, where code is looked at, which rules hold.
import { compareText, type Located, type Span } from "../diagnostics/diagnostic.js";
import type { Context } from "./context.js";
import {
  type CodeSettings,
  callPresets,
  type Json,
  type PlaceInCall,
  type RuleSetting,
  type Target,
} from "./plan.js";
import { describeNode, type Entry, type ScalarNode, scalarValue, type TreeNode } from "./tree.js";

const defaultTargets = [
  ["json-schema", "generated/schemas"],
  ["markdown", "generated/docs"],
  ["typescript", "generated/typescript"],
] as const;

export function readTargets(context: Context, entry: Entry | undefined, at: Span): readonly Target[] {
  if (entry === undefined) {
    return defaultTargets.map(([name, out]) => ({
      name: { value: name, span: at },
      out: { value: out, span: at },
      options: [],
    }));
  }
  const entries =
    context.entries(entry.value, '"generate"', 'Write "typescript: generated/typescript".') ?? [];
  const targets = entries.flatMap((item): Target[] => {
    const name = { value: item.key.text, span: item.key.span };
    const folder = defaultTargets.find(([target]) => target === name.value)?.[1];
    if (folder !== undefined && item.value.kind === "scalar" && isSwitch(item.value)) {
      // Quoted, it would be a folder of that name.
      context.error("invalid-value", item.value.span, `The target "${name.value}" says no folder.`, {
        help: `Write "${name.value}: ${folder}", or take the line out.`,
      });
      return [];
    }
    if (item.value.kind !== "map") {
      const out = context.text(item, `the folder of "${name.value}"`);
      return out === undefined ? [] : [{ name, out, options: [] }];
    }
    const fields = context.entries(item.value, `the target "${name.value}"`, "") ?? [];
    const outEntry = fields.find((field) => field.key.text === "out");
    if (outEntry === undefined) {
      context.error("missing-key", item.value.span, `The target "${name.value}" says no folder.`, {
        help: 'Name it under "out".',
      });
      return [];
    }
    const out = context.text(outEntry, '"out"');
    return out === undefined ? [] : [{ name, out, options: readOptions(context, fields, "out") }];
  });
  return targets.toSorted((a, b) => compareText(a.name.value, b.name.value));
}

/** `true`, `false` or nothing: an answer to whether, and not to where. */
function isSwitch(node: ScalarNode): boolean {
  const value = scalarValue(node);
  return typeof value === "boolean" || value === null;
}

function readOptions(
  context: Context,
  entries: readonly Entry[],
  except: string,
): readonly { readonly name: Located<string>; readonly value: Located<Json> }[] {
  return entries
    .filter((field) => field.key.text !== except)
    .map((field) => ({
      name: { value: field.key.text, span: field.key.span },
      value: context.json(field.value),
    }))
    .toSorted((a, b) => compareText(a.name.value, b.name.value));
}

export function readCode(context: Context, entry: Entry | undefined): CodeSettings {
  const fields =
    entry === undefined
      ? undefined
      : context.fields(entry.value, '"code"', ["exclude", "presets", "calls"], 'Write "exclude: [GLOB]".');
  const calls = fields?.get("calls");
  return {
    exclude: context.textList(fields?.get("exclude"), '"exclude"'),
    presets: readPresets(context, fields?.get("presets")),
    calls:
      calls === undefined
        ? []
        : context.items(calls.value, '"calls"').flatMap((item) => readCall(context, item) ?? []),
  };
}

function readPresets(context: Context, entry: Entry | undefined): CodeSettings["presets"] {
  if (entry === undefined) return [];
  return context
    .items(entry.value, '"presets"')
    .flatMap((node) => context.oneOf({ ...entry, value: node }, "a preset", callPresets) ?? []);
}

function readCall(context: Context, node: TreeNode): CodeSettings["calls"][number] | undefined {
  const fields = context.fields(
    node,
    "a call",
    ["call", "given", "event", "properties"],
    "Write { call: emitEvent, event: 0, properties: 1 }.",
  );
  if (fields === undefined) return undefined;
  for (const key of ["call", "event"]) {
    context.missing(fields, key, node.span, `This call says no "${key}".`, {
      help: "Write { call: emitEvent, event: 0, properties: 1 }.",
    });
  }
  const call = context.text(fields.get("call"), '"call"');
  const event = position(context, fields.get("event"), '"event"');
  if (call === undefined || event === undefined) return undefined;
  return {
    span: node.span,
    call,
    given: context.textList(fields.get("given"), '"given"'),
    event,
    properties: position(context, fields.get("properties"), '"properties"'),
  };
}

/** Where a part of a call stands: `0`, or with the keys that lead into the argument, `[0, step]`. */
function position(
  context: Context,
  entry: Entry | undefined,
  what: string,
): Located<PlaceInCall> | undefined {
  if (entry === undefined) return undefined;
  const { value: node } = entry;
  const [first, ...keys] = node.kind === "list" ? node.items : [node];
  if (first === undefined) {
    context.error("invalid-value", node.span, `The list at ${what} is empty.`, {
      help: "Write the position of the argument, from 0, and the keys in it: [0, step].",
    });
    return undefined;
  }
  const index = context.number({ ...entry, value: first }, what, true);
  const names = keys.flatMap((key) => keyIn(context, entry, key, what) ?? []);
  return index === undefined || names.length < keys.length
    ? undefined
    : { value: [index, ...names], span: node.span };
}

/** A key of an object, or the place of an element in a list. */
function keyIn(context: Context, entry: Entry, node: TreeNode, what: string): string | undefined {
  if (node.kind === "scalar" && typeof scalarValue(node) === "number") {
    const value = context.number({ ...entry, value: node }, what, true);
    return value === undefined ? undefined : String(value);
  }
  return context.text({ ...entry, value: node }, what)?.value;
}

const severities = ["off", "error", "warning", "info"] as const;

export function readRules(context: Context, entry: Entry | undefined): readonly RuleSetting[] {
  if (entry === undefined) return [];
  const entries = context.entries(entry.value, '"rules"', 'Write "missing-owner: off".') ?? [];
  const settings = entries.flatMap((item): RuleSetting[] => {
    const rule = { value: item.key.text, span: item.key.span };
    if (item.value.kind !== "map") {
      const severity = readSeverity(context, item, rule.value);
      return severity === undefined ? [] : [{ rule, severity, options: [] }];
    }
    const fields = context.entries(item.value, `the rule "${rule.value}"`, "") ?? [];
    const severity = readSeverity(
      context,
      fields.find((field) => field.key.text === "severity"),
      rule.value,
    );
    return [{ rule, severity, options: readOptions(context, fields, "severity") }];
  });
  return settings.toSorted((a, b) => compareText(a.rule.value, b.rule.value));
}

function readSeverity(context: Context, entry: Entry | undefined, rule: string): RuleSetting["severity"] {
  if (entry?.value.kind === "scalar" && scalarValue(entry.value) === false) {
    context.error(
      "invalid-value",
      entry.value.span,
      `The severity of "${rule}" can't be ${describeNode(entry.value)}.`,
      { help: 'Write "off".' },
    );
    return undefined;
  }
  return context.oneOf(entry, `The severity of "${rule}"`, severities);
}
