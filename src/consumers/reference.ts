// What a consumer refers to, place by place: the fact that the rules, `consumers list` and `diff` are built on.
import type { Span } from "../diagnostics/diagnostic.js";
import type { Operator, Scalar } from "../plan/plan.js";

/** What a reference is to: an event by its name, or something that is looked up in a namespace. */
export type ReferenceKind = "event" | "property" | "attribute" | "object" | "snippet";

/**
 * Where a value is looked up: `event.`, `trigger.`, `customer.`, `journey.`, `snippets.`, the object that starts the
 * consumer; `none` for a bare name that nothing declares, and for an event that is named as such.
 */
export type Namespace = "event" | "trigger" | "customer" | "journey" | "snippets" | "object" | "none";

/**
 * What a consumer does with a reference: an event starts it, ends it, or is counted by its conditions; a value is
 * compared in a condition (of the campaign or of a segment) or used in a template.
 */
export type ReferenceWhere = "trigger" | "exit" | "condition" | "template";

/** What a use takes a value for. */
export type ExpectedType = "text" | "number" | "boolean" | "date" | "list" | "object";

/** A step into a value: by name, or to an element of a list (its index, where it is written). */
export type Step = { readonly name: string } | { readonly element: number | undefined };

/** What a value is compared with, in a condition or in an `if`. */
export type Comparison = {
  readonly operator: Operator;
  /** A list for `in`, undefined for `exists`. */
  readonly value: Scalar | readonly Scalar[] | undefined;
  /** True where numbers are written as text too: what Customer.io says of its segments. */
  readonly loose: boolean;
  readonly span: Span;
};

/** One place where a consumer refers to the plan. */
export type Reference = {
  /** The consumer's name. */
  readonly consumer: string;
  readonly kind: ReferenceKind;
  readonly namespace: Namespace;
  /**
   * The names that lead to the value, without the namespace and without the steps into a list: `event.items[0].price`
   * and the `item.price` of `for item in event.items` are both ["items", "price"]. Empty for an event, and for a
   * namespace that is used as a whole.
   */
  readonly path: readonly string[];
  /** The same with the steps into lists. */
  readonly steps: readonly Step[];
  /** The name of the event, snippet or object; for a value its whole path, joined by dots. */
  readonly name: string;
  /** The event that carries the property, where one event starts the consumer or is counted. */
  readonly event: string | undefined;
  /** As it is written: `item.price`, `event["Cart value"]`. */
  readonly written: string;
  readonly expectedType: ExpectedType | undefined;
  readonly comparison: Comparison | undefined;
  /** True where a value that is missing does no harm: inside `if event.coupon`, beside `default:`, in a condition. */
  readonly guarded: boolean;
  /** How many of the steps are known to lead to something at this place. */
  readonly sure: number;
  /** How many of the steps another reference names already: the list that is looped over, a variable's value. */
  readonly told: number;
  /** True in a snippet: several consumers share it, and what is there is theirs to know. */
  readonly shared: boolean;
  /** For a bare name in a template that nothing declares: the variable there that is written nearly like it. */
  readonly variable?: string | undefined;
  readonly where: ReferenceWhere;
  /** Where it is written, in a file of the plan or in a template. */
  readonly span: Span;
};
