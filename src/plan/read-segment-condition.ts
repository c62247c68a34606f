// Reads the conditions of a pulled segment. The API does not document them: what is not understood is said, not guessed.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Call, Operator, PropertyPath, Scalar, SegmentCondition } from "./plan.js";
import { type Entry, scalarValue, shorten, type TreeNode } from "./tree.js";

/** Takes a sentence about a part that is not understood. */
export type NotUnderstood = (node: TreeNode, sentence: string) => void;

/** Words of the API for what the plan's conditions write as signs. */
const operatorWords: ReadonlyMap<string, Operator> = new Map([
  ["eq", "="],
  ["ne", "!="],
  ["neq", "!="],
  ["gt", ">"],
  ["gte", ">="],
  ["lt", "<"],
  ["lte", "<="],
  ["contains", "contains"],
  ["in", "in"],
  ["exists", "exists"],
]);

const depthLimit = 50;

/** Never throws; gives a tree in which what is not understood is marked. */
export function readSegmentCondition(node: TreeNode, notUnderstood: NotUnderstood): SegmentCondition {
  return new ConditionReader(notUnderstood).read(node, 0, undefined);
}

type Fields = ReadonlyMap<string, TreeNode>;

class ConditionReader {
  readonly #notUnderstood: NotUnderstood;

  constructor(notUnderstood: NotUnderstood) {
    this.#notUnderstood = notUnderstood;
  }

  /** `event` is the event whose filters these are. */
  read(node: TreeNode, depth: number, event: string | undefined): SegmentCondition {
    const fields = fieldsOf(node);
    if (fields === undefined || fields.size === 0)
      return this.#unknown(node, "A condition is not understood");
    if (depth > depthLimit) return this.#unknown(node, "The conditions are nested too deeply");
    if (event !== undefined && fields.has("field")) return this.#comparison(node, fields, "event");
    const inverse = isTrue(fields.get("inverse"));
    const kind = ["and", "or", "not", "attribute", "event", "segment"].find((one) => fields.has(one));
    const inner = kind === undefined ? undefined : fields.get(kind);
    const beside = kind === "event" ? ["inverse", "times", "within"] : ["inverse"];
    const left = [...fields.keys()].filter((key) => key !== kind && !beside.includes(key));
    if (inner === undefined || left.length > 0) {
      const name = left[0] ?? [...fields.keys()][0] ?? "";
      return this.#unknown(node, `A condition with "${shorten(name)}" is not understood`);
    }
    switch (kind) {
      case "and":
      case "or": {
        if (inner.kind !== "list") return this.#unknown(node, `"${kind}" without a list is not understood`);
        const operands = inner.items.map((item) => this.read(item, depth + 1, event));
        return { kind, operands, inverse, span: node.span };
      }
      case "not": {
        const operand = this.read(inner, depth + 1, event);
        return { kind: "and", operands: [operand], inverse: !inverse, span: node.span };
      }
      case "segment":
        return this.#segment(node, inner, inverse);
      case "event":
        return event === undefined
          ? this.#event(node, inner, fields, inverse, depth)
          : this.#unknown(node, nested);
      default: {
        const attribute = fieldsOf(inner);
        return attribute === undefined || event !== undefined
          ? this.#unknown(node, "A condition on an attribute is not understood")
          : this.#comparison(node, attribute, "customer", inverse);
      }
    }
  }

  #comparison(
    node: TreeNode,
    fields: Fields,
    root: "customer" | "event",
    outer: boolean = false,
  ): SegmentCondition {
    const field = textOf(fields.get("field"));
    if (field === undefined) return this.#unknown(node, `A condition without a "field" is not understood`);
    const path = { value: [root, ...stepsOf(field.value)], span: field.span };
    const word = textOf(fields.get("operator"));
    const operator = word === undefined ? undefined : operatorWords.get(word.value);
    const other = [...fields.keys()].find(
      (key) => !["field", "operator", "value", "inverse", "type"].includes(key),
    );
    if (operator === undefined || other !== undefined) {
      const what =
        other === undefined
          ? word === undefined
            ? "without an operator"
            : `with the operator "${shorten(word.value)}"`
          : `with "${shorten(other)}"`;
      return this.#unknown(node, `A condition on "${shorten(field.value)}" ${what} is not understood`, path);
    }
    const value = operator === "exists" ? undefined : comparedValue(fields.get("value"), operator);
    if (value === undefined && operator !== "exists") {
      return this.#unknown(
        node,
        `The value that "${shorten(field.value)}" is compared with is not understood`,
        path,
      );
    }
    const inverse = isTrue(fields.get("inverse")) !== outer;
    return { kind: "comparison", path, operator, value, inverse, span: node.span };
  }

  /** How often and since when stands in the event or beside it. */
  #event(node: TreeNode, inner: TreeNode, beside: Fields, outer: boolean, depth: number): SegmentCondition {
    const fields = fieldsOf(inner);
    const event = textOf(fields?.get("name"));
    if (fields === undefined || event === undefined) {
      return this.#unknown(node, "A condition on an event without a name is not understood");
    }
    const type = textOf(fields.get("type"))?.value ?? "event";
    const call: Call | undefined =
      type === "event" ? "track" : type === "page" || type === "screen" ? type : undefined;
    if (call === undefined) {
      return this.#unknown(
        node,
        `A condition on "${shorten(event.value)}" of the type "${shorten(type)}" is not understood`,
      );
    }
    for (const [key, value] of fields) {
      if (!["name", "type", "filters", "times", "within", "inverse"].includes(key))
        this.#notUnderstood(
          value,
          `"${shorten(key)}" of the condition on "${shorten(event.value)}" is not understood.`,
        );
    }
    const filters = fields.get("filters");
    const empty = filters === undefined || isNothing(filters);
    return {
      kind: "event",
      event,
      call,
      filters: empty ? undefined : this.read(filters, depth + 1, event.value),
      times: this.#count(fields.get("times") ?? beside.get("times"), "times", event.value),
      within: this.#count(fields.get("within") ?? beside.get("within"), "within", event.value),
      inverse: isTrue(fields.get("inverse")) !== outer,
      span: node.span,
    };
  }

  #count(node: TreeNode | undefined, key: string, event: string): Located<number> | undefined {
    if (node === undefined || isNothing(node)) return undefined;
    const value = node.kind === "scalar" ? Number(node.text) : Number.NaN;
    if (Number.isSafeInteger(value) && value >= 0) return { value, span: node.span };
    this.#notUnderstood(node, `"${key}" of the condition on "${shorten(event)}" is not understood.`);
    return undefined;
  }

  #segment(node: TreeNode, inner: TreeNode, outer: boolean): SegmentCondition {
    const fields = fieldsOf(inner);
    const segment = textOf(fields?.get("name")) ?? textOf(fields?.get("id"));
    if (fields === undefined || segment === undefined)
      return this.#unknown(node, "A condition on a segment is not understood");
    return { kind: "segment", segment, inverse: isTrue(fields.get("inverse")) !== outer, span: node.span };
  }

  #unknown(node: TreeNode, sentence: string, path?: Located<PropertyPath>): SegmentCondition {
    this.#notUnderstood(node, `${sentence}.`);
    return { kind: "unknown", path, inverse: false, span: node.span };
  }
}

const nested = "An event among the filters of an event is not understood";

function fieldsOf(node: TreeNode | undefined): Fields | undefined {
  if (node?.kind !== "map") return undefined;
  return new Map(node.entries.map(({ key, value }: Entry) => [key.text, value]));
}

/** Text or a number, as text. */
function textOf(node: TreeNode | undefined): Located<string> | undefined {
  if (node?.kind !== "scalar" || node.text === "") return undefined;
  return node.style === "plain" && typeof scalarValue(node) !== "number"
    ? undefined
    : { value: node.text, span: node.span };
}

function comparedValue(
  node: TreeNode | undefined,
  operator: Operator,
): Located<Scalar | readonly Scalar[]> | undefined {
  if (node?.kind === "scalar") {
    const value = scalarValue(node);
    return { value: operator === "in" ? [value] : value, span: node.span };
  }
  if (node?.kind !== "list") return undefined;
  const values = node.items.flatMap((item) => (item.kind === "scalar" ? [scalarValue(item)] : []));
  return values.length === node.items.length ? { value: values, span: node.span } : undefined;
}

function isTrue(node: TreeNode | undefined): boolean {
  return node?.kind === "scalar" && scalarValue(node) === true;
}

/** null, {} and []. */
function isNothing(node: TreeNode): boolean {
  if (node.kind === "scalar") return scalarValue(node) === null;
  return node.kind === "map" ? node.entries.length === 0 : node.items.length === 0;
}

/** `cart.items[0].sku` and `cart.items[].sku` are the path cart, items, sku. */
function stepsOf(field: string): PropertyPath {
  return field.split(".").map((step) => step.replace(/\[\d*\]$/, ""));
}
