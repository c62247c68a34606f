// `status` and `deprecated: { since, replaced_by, remove_after, reason }`: located tree -> model.
import type { Located } from "../diagnostics/diagnostic.js";
import type { Context, Fields } from "./context.js";
import { formatPatterns } from "./formats.js";
import { type Deprecation, type Documented, statuses } from "./plan.js";
import { type Entry, scalarValue } from "./tree.js";
import { capital } from "./yaml-text.js";

const keys = ["since", "replaced_by", "remove_after", "reason"];
// semver.org's own pattern, in the form without named groups.
const semver =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?$/;
const date = new RegExp(formatPatterns.date, "u");

/** Where a thing stands in its life: `deprecated` implies that status. */
export function readLifecycle(
  context: Context,
  fields: Fields,
  what: string,
): Pick<Documented, "status" | "deprecated"> {
  const entry = fields.get("status");
  const status = context.oneOf(entry, '"status"', statuses);
  const deprecated = readDeprecation(context, fields.get("deprecated"));
  if (deprecated !== undefined && (status?.value === "active" || status?.value === "planned")) {
    context.error(
      "contradiction",
      status.span,
      `${capital(what)} is ${status.value} and deprecated at once.`,
      {
        help: 'Remove "status": "deprecated" implies it.',
      },
    );
  }
  return { status: status?.value ?? (deprecated === undefined ? "active" : "deprecated"), deprecated };
}

export function readDeprecation(context: Context, entry: Entry | undefined): Deprecation | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind === "scalar" && scalarValue(entry.value) === true) {
    context.error(
      "invalid-value",
      entry.value.span,
      '"deprecated" says since when and what replaces it, not true.',
      {
        help: 'Write "deprecated: { since: 2.0.0, replaced_by: NAME }", or "status: deprecated" where nothing is known.',
      },
    );
    return undefined;
  }
  const fields = context.fields(
    entry.value,
    '"deprecated"',
    keys,
    'Write "deprecated: { since: 2.0.0, replaced_by: NAME }".',
  );
  if (fields === undefined) return undefined;
  return {
    span: entry.span,
    since: readVersion(context, fields.get("since"), '"since"'),
    replacedBy: context.name(fields.get("replaced_by"), '"replaced_by"'),
    removeAfter: readDate(context, fields.get("remove_after")),
    reason: context.text(fields.get("reason"), '"reason"'),
  };
}

/** A version in three parts, as it is written. */
export function readVersion(
  context: Context,
  entry: Entry | undefined,
  what: string,
): Located<string> | undefined {
  const version = context.name(entry, what);
  if (version === undefined || semver.test(version.value)) return version;
  const short = /^[0-9]+(?:\.[0-9]+)?$/.test(version.value);
  const full = `${version.value}${version.value.includes(".") ? ".0" : ".0.0"}`;
  context.error(
    "invalid-value",
    version.span,
    `${what === '"version"' ? "The version" : what} must have three parts such as 1.4.0, not "${version.value}".`,
    {
      help: short
        ? `Write ${full}: a version is text, and ${version.value} alone is a number to YAML.`
        : "See semver.org.",
      ...(short
        ? {
            fixes: [{ title: `change to ${full}`, safe: false, edits: [{ span: version.span, text: full }] }],
          }
        : {}),
    },
  );
  return undefined;
}

function readDate(context: Context, entry: Entry | undefined): Located<string> | undefined {
  const text = context.name(entry, '"remove_after"');
  if (text === undefined || date.test(text.value)) return text;
  context.error(
    "invalid-value",
    text.span,
    `"remove_after" must be a date such as 2027-01-31, not "${text.value}".`,
  );
  return undefined;
}
