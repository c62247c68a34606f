// The differences of two plans as JSON, for programs; schema/diff.schema.json describes it.
import { pathText, promises } from "../compare/change.js";
import type { DiffReport } from "./diff.js";
import type { Sources } from "./findings.js";

export function diffJson(report: DiffReport): string {
  const { comparison, before, after } = report;
  const place = (sources: Sources, span: Parameters<Sources["place"]>[0] | undefined) =>
    span === undefined ? null : sources.place(span);
  const document = {
    trackwright: report.version,
    plan: report.plan,
    from: report.from,
    to: report.to,
    bump: comparison.bump,
    declared: comparison.declared,
    changes: comparison.changes.map((change) => ({
      kind: change.kind,
      event:
        change.subject === "event"
          ? change.event
          : change.subject === "property" && change.holder.kind === "event"
            ? change.holder.name
            : null,
      property: change.subject === "property" ? (change.path[0] ?? null) : null,
      path: change.subject === "property" ? pathText(change.path) : null,
      of: ofWhat(change),
      type: change.subject === "property" ? (change.via?.type ?? null) : null,
      before: change.before,
      after: change.after,
      message: change.message,
      promises: Object.fromEntries(promises.map((promise) => [promise, change.verdicts[promise].level])),
      reasons: Object.fromEntries(promises.map((promise) => [promise, change.verdicts[promise].reason])),
      consumers: change.effects.map(({ consumer }) => consumer),
      effects: change.effects.map(({ consumer, owner, message }) => ({
        consumer,
        owner: owner ?? null,
        message,
      })),
      owner: change.owner ?? null,
      agreed:
        change.agreed === undefined
          ? null
          : { owner: change.agreed.owner.value, reason: change.agreed.reason.value },
      at: place(after, change.at),
      was: place(before, change.was),
    })),
    agreements: comparison.agreements.map(({ entry, used }) => ({
      of: { kind: entry.subject, name: entry.name.value },
      path: entry.inner?.path.value ?? null,
      owner: entry.owner.value,
      reason: entry.reason.value,
      used,
      at: place(after, entry.span),
    })),
    unread: report.unread.map(({ side, diagnostic }) => ({
      side,
      message: diagnostic.message,
      ...(side === "from" ? before : after).place(diagnostic.span),
    })),
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** What the change is about, where it is no event's: `{ kind: "consumer", name: "VIP" }`. */
function ofWhat(change: DiffReport["comparison"]["changes"][number]): { kind: string; name: string | null } {
  if (change.subject === "event") return { kind: "event", name: change.event };
  if (change.subject !== "property")
    return { kind: change.subject, name: change.name === "" ? null : change.name };
  return { kind: change.holder.kind, name: "name" in change.holder ? change.holder.name : null };
}
