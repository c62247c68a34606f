// Takes out of the findings what comments in the plan set aside, and reports the comments that are wrong themselves.
import {
  compareDiagnostics,
  type Diagnostic,
  type Fix,
  type Mirror,
  type Span,
} from "../diagnostics/diagnostic.js";
import { didYouMean, didYouMeanText } from "../diagnostics/did-you-mean.js";
import type { Plan } from "../plan/plan.js";
import { suppressionsInCode } from "./code-comments.js";
import { fileKeyword, lineKeyword, nextLineKeyword, type Suppression, suppressionsIn } from "./comments.js";
import type { Facts, Rule } from "./rule.js";
import type { RuleSettings } from "./settings.js";

type Around = {
  readonly plan: Plan;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly settings: ReadonlyMap<string, RuleSettings>;
  readonly today: string;
  /** True where every rule ran on a whole plan, so that a comment that took nothing away is of no use. */
  readonly complete: boolean;
  /** The mirrors that were checked: a comment about a rule of another can't be told to be of no use. */
  readonly mirrors: readonly Mirror[];
  readonly facts: Facts;
};

/** A comment that counts, and whether it was needed. */
type Active = {
  readonly rule: string;
  readonly suppression: Suppression;
  readonly covers: Span;
  readonly expired: boolean;
  used: boolean;
};

export function suppress(
  diagnostics: readonly Diagnostic[],
  around: Around,
): { readonly diagnostics: readonly Diagnostic[]; readonly suppressed: number } {
  const { code } = around.facts;
  const suppressions = [
    ...around.plan.files.flatMap(suppressionsIn),
    ...(code === undefined ? [] : suppressionsInCode(code)),
  ];
  if (suppressions.length === 0) return { diagnostics, suppressed: 0 };
  const mistakes: Diagnostic[] = [];
  const report = (rule: string, span: Span, message: string, help: string, fix?: Fix): void => {
    const severity = around.settings.get(rule)?.severity ?? "error";
    if (severity === "off") return;
    const fixes = fix === undefined ? {} : { fixes: [fix] };
    const mirror = code?.texts.has(span.file) === true ? "code" : "plan";
    mistakes.push({ rule, mirror, severity, span, message, help, ...fixes });
  };
  const active = new Map<string, Active[]>();
  for (const suppression of suppressions) {
    const rule = readRule(suppression, around, report);
    if (rule === undefined) continue;
    if (suppression.reason === undefined) {
      report(
        "suppression-without-reason",
        suppression.span,
        `This comment does not say why "${rule}" is set aside.`,
        "Write a colon and the reason behind the rule.",
      );
    }
    const { covers, until } = suppression;
    const day = until === undefined || isDay(until.text) ? until?.text : undefined;
    if (until !== undefined && day === undefined) {
      report(
        "invalid-value",
        until.span,
        `"until" takes a day such as 2027-01-31${until.text === "until" ? "" : `, not "${until.text}"`}.`,
        "Write the year, the month and the day.",
      );
    }
    if (covers === undefined) {
      report(
        "unused-suppression",
        suppression.span,
        "This comment stands above nothing.",
        suppression.in === "plan"
          ? "Put it above the entry that it is for, or at the end of the line."
          : "Put it above the line that it is for.",
        removal(suppression),
      );
      continue;
    }
    const entry = {
      rule,
      suppression,
      covers,
      expired: day !== undefined && around.today > day,
      used: false,
    };
    const place = placeOf(rule, covers.file);
    const known = active.get(place);
    if (known === undefined) active.set(place, [entry]);
    else known.push(entry);
  }
  // The narrowest comment takes a finding away, so that a wider one beside it shows as unused.
  for (const entries of active.values()) entries.sort((a, b) => size(a.covers) - size(b.covers));
  const kept = diagnostics.filter((diagnostic) => !isSuppressed(diagnostic, active));
  for (const entry of [...active.values()].flat()) reportDeadEnd(entry, around, report);
  return {
    diagnostics: [...kept, ...mistakes].sort(compareDiagnostics),
    suppressed: diagnostics.length - kept.length,
  };
}

/** The key of the comments about a rule in a file. */
function placeOf(rule: string, file: string): string {
  return JSON.stringify([rule, file]);
}

type ReportMistake = (rule: string, span: Span, message: string, help: string, fix?: Fix) => void;

/** The rule that a comment is about; undefined, and reported, where it is none or can't be set aside. */
function readRule(suppression: Suppression, { rules }: Around, report: ReportMistake): string | undefined {
  const { keyword, rule } = suppression;
  const { unknown, right, sign, example } = keywords[suppression.in];
  if (!right.includes(keyword.text)) {
    const help = suppression.in === "plan" ? planHelp : codeHelp;
    report("unknown-suppression", keyword.span, `${unknown} "${keyword.text}".`, help);
    return undefined;
  }
  if (rule === undefined) {
    report(
      "unknown-suppression",
      keyword.span,
      "This comment names no rule.",
      `Name one, and a reason: "${sign} ${keyword.text} ${example}".`,
    );
    return undefined;
  }
  const known = rules.get(rule.text);
  if (known === undefined) {
    const ids = [...rules.values()].filter((one) => one.fixed !== true).map((one) => one.id);
    const nearest = didYouMean(rule.text, ids);
    report(
      "unknown-suppression",
      rule.span,
      `There is no rule "${rule.text}".${didYouMeanText(rule.text, ids)}`,
      "`trackwright rules` lists all of them.",
      nearest === undefined
        ? undefined
        : { title: `change to "${nearest}"`, safe: false, edits: [{ span: rule.span, text: nearest }] },
    );
    return undefined;
  }
  if (known.fixed === true) {
    report(
      "unknown-suppression",
      rule.span,
      `"${rule.text}" can't be set aside.`,
      "What it flags is missing from the plan that is checked and compiled. Mend it, and remove this comment.",
    );
    return undefined;
  }
  return rule.text;
}

const planHelp = `Write "${lineKeyword}" above an entry or at the end of its line, or "${fileKeyword}" for a whole file.`;
const codeHelp = `Write "${nextLineKeyword}" above a line, "${lineKeyword}" at its end, or "${fileKeyword}" for a whole file.`;

const keywords = {
  plan: {
    unknown: "A plan knows no",
    right: [lineKeyword, fileKeyword],
    sign: "#",
    example: "event-name-casing: the name is in use elsewhere",
  },
  code: {
    unknown: "Code knows no",
    right: [nextLineKeyword, lineKeyword, fileKeyword],
    sign: "//",
    example: "unknown-event: a test of the provider's",
  },
} as const satisfies Readonly<Record<Suppression["in"], unknown>>;

function isSuppressed(diagnostic: Diagnostic, active: ReadonlyMap<string, readonly Active[]>): boolean {
  const { file, start } = diagnostic.span;
  let suppressed = false;
  for (const entry of active.get(placeOf(diagnostic.rule, file)) ?? []) {
    const { covers } = entry;
    if (start < covers.start || start >= covers.end) continue;
    if (suppressed) break;
    entry.used = true;
    suppressed = !entry.expired;
  }
  return suppressed;
}

function reportDeadEnd(entry: Active, around: Around, report: ReportMistake): void {
  const { rule, suppression, used, expired } = entry;
  if (used && expired) {
    report(
      "suppression-expired",
      suppression.until?.span ?? suppression.span,
      `"${rule}" was set aside until ${suppression.until?.text} and is due.`,
      "Mend what it is about, and remove this comment; or give it a new day.",
    );
  } else if (!used && around.complete && wasChecked(rule, suppression, around)) {
    const off = around.settings.get(rule)?.severity === "off";
    report(
      "unused-suppression",
      suppression.span,
      off
        ? `This comment sets "${rule}" aside, which is switched off in the head of the plan.`
        : `This comment sets "${rule}" aside, which finds nothing here.`,
      "Remove it.",
      removal(suppression),
    );
  }
}

function wasChecked(rule: string, suppression: Suppression, { rules, mirrors, facts }: Around): boolean {
  const mirror = rules.get(rule)?.mirror;
  const isAboutCode = mirror === "code" || rules.get(rule)?.alsoReads === "code";
  // A part of the code tells nothing about what the plan has that no code sends.
  if (isAboutCode && suppression.in === "plan" && (facts.code === undefined || facts.code.partial === true))
    return false;
  return mirror !== undefined && mirrors.includes(mirror);
}

function removal(suppression: Suppression): Fix {
  return { title: "remove the comment", safe: true, edits: [{ span: suppression.removal, text: "" }] };
}

function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function size(span: Span): number {
  return span.end - span.start;
}
