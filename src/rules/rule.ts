// The contract of a rule: one file, one object, which the engine runs and from which all its docs are made.
import type { CodeScan } from "../code/emission.js";
import type { Comparison } from "../compare/compare-plans.js";
import type { ConsumerScan } from "../consumers/consumer-scan.js";
import type { Destination } from "../destinations/destination.js";
import type { Fix, Mirror, Related, Severity, Span } from "../diagnostics/diagnostic.js";
import type { Plan } from "../plan/plan.js";
import type { PlanIndex } from "./plan-index.js";

/**
 * An option of a rule: what `rules: { id: { severity, ...options } }` is checked against. `seconds` is written as a
 * duration (`45m`); `strings` is a list of text, of the words in `values` where it names any.
 */
export type RuleOption = { readonly description: string } & (
  | { readonly type: "boolean"; readonly default: boolean }
  | { readonly type: "integer"; readonly default: number; readonly minimum?: number }
  | { readonly type: "seconds"; readonly default: number }
  | { readonly type: "enum"; readonly values: readonly string[]; readonly default: string }
  | { readonly type: "strings"; readonly values?: readonly string[]; readonly default: readonly string[] }
);
export type RuleOptions = { readonly [name: string]: RuleOption };

/** The value of one option, as the check gets it. */
export type OptionValue<Option extends RuleOption = RuleOption> = Option extends { readonly type: "boolean" }
  ? boolean
  : Option extends { readonly type: "integer" | "seconds" }
    ? number
    : Option extends { readonly type: "enum" }
      ? string
      : readonly string[];

/** The values of a rule's options, as its check gets them: every one is there. */
export type OptionValues<Options extends RuleOptions = RuleOptions> = {
  readonly [Name in keyof Options]: OptionValue<Options[Name]>;
};

/**
 * What was read of the mirrors beside the plan; one that was not read is absent, and its rules don't run. A new
 * mirror adds its key here, and its rules are declared with `mirrorRule`.
 */
export type Facts = {
  readonly base?: BaseFacts;
  readonly code?: CodeScan;
  readonly consumers?: ConsumerScan;
};

/** What there is to know about the plan as it was. */
export type BaseFacts = {
  /** What people call it: a git ref, a folder. */
  readonly label: string;
  readonly plan: Plan;
  readonly comparison: Comparison;
  /** The mistakes in it that hide something, each as a sentence. */
  readonly unread: readonly string[];
  /** `tracking-plan/events.yaml:12`, of a place in it. */
  readonly placeOf: (span: Span) => string;
};

/** What a rule of the plan looks at. The same subject gives the same findings: no clock, no disk, no randomness. */
export type Subject<Options extends RuleOptions = RuleOptions> = {
  readonly plan: Plan;
  /** Lookups over the whole plan that rules share. A rule that compares each name with each other is a bug. */
  readonly index: PlanIndex;
  readonly destination: Destination;
  /** The day of the run, `YYYY-MM-DD`. */
  readonly today: string;
  readonly options: OptionValues<Options>;
  readonly facts: Facts;
};

/** What a finding may say beside its place and its message. */
export type FindingDetails = {
  /** Where it is not the rule's; for a rule whose options say so. */
  readonly severity?: Severity;
  /** What to do about it. */
  readonly help?: string;
  readonly related?: readonly Related[];
  readonly event?: string;
  readonly property?: string;
  readonly fixes?: readonly Fix[];
  /** The place of a mistake that this one follows from: where a rule speaks of that place, this stays silent. */
  readonly followsFrom?: Span;
};

/** Reports one finding; the rule's severity is added by the engine. */
export type Report = (span: Span, message: string, details?: FindingDetails) => void;

/**
 * An example of a plan, as YAML.
 * - `was` and `is`: a plan and what became of it, both as text.
 * - Text: what stands in plan.yaml below its first two lines, `trackwright: 1` and `name: acme-store`.
 * - `plan`: the whole of plan.yaml.
 * - `files`: the whole of several files, by path in the plan folder.
 * - `beside`: files outside of the plan folder, by path in the project, beside `body`, which is what stands in
 *   plan.yaml below its first two lines.
 * - `told`: what no text of a plan can show, in a sentence or two of Markdown.
 */
export type Example =
  | string
  | { readonly plan: string }
  | { readonly was: string; readonly is: string }
  | { readonly files: { readonly [path: string]: string } }
  | { readonly body: string; readonly beside: { readonly [path: string]: string } }
  | { readonly told: string };

export type Rule<Options extends RuleOptions = RuleOptions> = {
  /** A noun phrase in kebab-case that names the mistake; stable, never used for something else. */
  readonly id: string;
  readonly mirror: Mirror;
  /** The mistake in one sentence without a full stop, as a catalogue shows it. */
  readonly summary: string;
  /** What the mistake costs, and whom: a short paragraph that a marketer understands. */
  readonly why: string;
  /** How to mend it: one or two sentences. */
  readonly fix: string;
  readonly severity: Severity;
  /** True for a rule that is off until the plan gives it a severity; `severity` is then what it is advised to be. */
  readonly optional?: boolean;
  /** True where `--fix` mends at least some of its findings. */
  readonly fixable?: boolean;
  readonly options?: Options;
  /**
   * The bad one trips this rule and no other, the good one trips nothing at all. Findings of rules named
   * `missing-…` and `unused-…` don't count, so that examples stay small. Both are checked as of `exampleDay`.
   */
  readonly examples: { readonly bad: Example; readonly good: Example };
  /** Who reports it, for a rule without a `check`. */
  readonly reportedBy?: "loader" | "generators" | "output" | "engine";
  /**
   * True where the plan can't be relied on as long as the mistake is there: always an error, which no setting, no
   * suppression and no baseline takes away.
   */
  readonly fixed?: boolean;
  /**
   * What must be free of the loader's errors for the rule to speak. A rule that reports what is absent can't tell it
   * from what the loader could not read: one about something missing in an entry (an owner, a source, a key) needs
   * the `entry`, one about something that nothing refers to needs the whole `plan`. Others need nothing.
   */
  readonly needs?: "entry" | "plan";
  /** Another mirror that it looks at where that was read too: without it, it says less. */
  readonly alsoReads?: keyof Facts;
  /** Rules that say the same better: where one of them reports something, this one stays silent. */
  readonly yieldsTo?: readonly string[];
  readonly check?: (subject: Subject<Options>, report: Report) => void;
};

/** The day on which the examples of rules are checked. */
export const exampleDay = "2026-06-01";

/** Declares a rule of the plan that the engine runs; keeps the types of its options for its check. */
export function planRule<const Options extends RuleOptions = Record<never, never>>(
  rule: Omit<Rule<Options>, "mirror" | "reportedBy" | "fixed" | "check"> &
    Required<Pick<Rule<Options>, "check">>,
): Rule {
  const check = rule.check;
  return {
    ...rule,
    mirror: "plan",
    // The engine hands over values of exactly these options: `optionValues` made them from the same specification.
    check: (subject, report) => check(subject as Subject<Options>, report),
  };
}

type OfMirror<Options extends RuleOptions, Key extends keyof Facts> = Omit<
  Rule<Options>,
  "mirror" | "reportedBy" | "fixed" | "check"
> & {
  check(subject: Subject<Options> & Required<Pick<Facts, Key>>, report: Report): void;
};

/** Declares a rule that holds what was read of a mirror to the plan: it gets those facts beside the plan. */
export function mirrorRule<
  const Key extends keyof Facts,
  const Options extends RuleOptions = Record<never, never>,
>(mirror: Key, rule: OfMirror<Options, Key>): Rule {
  return {
    ...rule,
    mirror,
    check(subject, report) {
      const facts = subject.facts[mirror];
      // As above: these are the values of exactly these options, and the facts are there.
      if (facts !== undefined)
        rule.check({ ...subject, [mirror]: facts } as Parameters<typeof rule.check>[0], report);
    },
  };
}

type Reported = Omit<Rule, "mirror" | "reportedBy" | "fixed" | "check" | "needs" | "options">;

/** Declares a rule whose findings the loader makes: a fixed error, since what it flags is not in the plan. */
export function loaderRule(rule: Omit<Reported, "severity">): Rule {
  return { ...rule, mirror: "plan", severity: "error", reportedBy: "loader", fixed: true };
}

/** Declares a rule that a target reports when it compiles the plan: a fixed error, since nothing is written then. */
export function generatorRule(rule: Omit<Reported, "severity">): Rule {
  return { ...rule, mirror: "plan", severity: "error", reportedBy: "generators", fixed: true };
}

/** Declares a rule about generated files, which compares them with what the plan compiles to. */
export function outputRule(rule: Reported): Rule {
  return { ...rule, mirror: "generated", reportedBy: "output" };
}

/** Declares a rule about where the plan has files generated: a fixed error, since nothing is written there. */
export function planOutputRule(rule: Omit<Reported, "severity">): Rule {
  return { ...rule, mirror: "plan", severity: "error", reportedBy: "output", fixed: true };
}

/** Declares a rule about what the plan says of rules: its settings and its suppressions. */
export function engineRule(rule: Reported): Rule {
  return { ...rule, mirror: "plan", reportedBy: "engine" };
}
