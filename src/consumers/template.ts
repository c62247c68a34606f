// What reading a template gives: every use of a value with its place, and what can't be read. Knows nothing of plans.
import type { Operator, Scalar } from "../plan/plan.js";
import type { ExpectedType, Namespace, Step } from "./reference.js";

/** One place where a template uses a value. Places are offsets into its text. */
export type TemplateUse = {
  readonly namespace: Namespace;
  /** The name that begins it: that of the namespace, or a bare name. */
  readonly root: string;
  readonly steps: readonly Step[];
  /** How many steps an earlier use named already: those of a loop's list are told there. */
  readonly told: number;
  /** How many steps are known to lead to something here. */
  readonly sure: number;
  /** True where nothing breaks when the value is missing: in an `if`, beside `default:`. */
  readonly lenient: boolean;
  readonly expected: ExpectedType | undefined;
  readonly comparison:
    | { readonly operator: Operator; readonly value: Scalar; readonly start: number; readonly end: number }
    | undefined;
  /** For a bare name that nothing declares: the template's own variable that is written nearly like it. */
  readonly variable?: string;
  readonly start: number;
  readonly end: number;
};

/** A replacement that mends a problem. */
export type TemplateMend = {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[];
};

/** What can't be read, and a filter that nobody knows. */
export type TemplateProblem = {
  readonly kind: "syntax" | "filter";
  readonly message: string;
  readonly help?: string;
  readonly mend?: TemplateMend;
  readonly start: number;
  readonly end: number;
};

export type Template = {
  readonly uses: readonly TemplateUse[];
  readonly problems: readonly TemplateProblem[];
};
