// The rule unverified-call: what may be an event is told apart from what is one.
import { type Emission, keptBack } from "../../code/emission.js";
import { suspectedCallees } from "../../code/suspected-callees.js";
import type { CodeCall } from "../code-index.js";
import { isInside } from "../code-places.js";
import { besidePresets } from "../code-presets.js";
import { codeRule } from "../code-rule.js";
import { plannedSuspects } from "../planned-suspects.js";
import { someNames } from "../same-place.js";

export const unverifiedCall = codeRule({
  id: "unverified-call",
  summary: "A call may send an event, and nothing shows whether it does",
  why:
    "A call that is not known to send is not held to the plan, unless it names an event of it: its name may be wrong, and " +
    "nobody hears of it. Told here, it can be looked at once. A call that leads to nothing that is known at all is told " +
    "where it names an event of the plan that no other call sends.",
  fix: "Declare the function under `code.calls` in the plan if it sends events. Where it sends none, set the finding aside.",
  severity: "info",
  examples: {
    bad: {
      body: `
events:
  Signed Up:
    description: An account is opened.
`,
      beside: {
        "web/account.ts": `
export function open(analytics) {
  analytics.track("Newsletter Joined");
}
`,
      },
    },
    good: {
      body: `
code:
  calls:
    - { call: analytics.track, event: 0, properties: 1 }
events:
  Newsletter Joined:
    description: Somebody wants our letters.
`,
      beside: {
        "web/account.ts": `
export function open(analytics) {
  analytics.track("Newsletter Joined");
}
`,
      },
    },
  },
  check({ code, index }, report) {
    // A function of which nothing is known is one question, from however many places it is called.
    const asked = new Map<string, CodeCall[]>();
    for (const call of code.doubtfulCalls) {
      const { doubt, method, call: callee } = call.emission;
      // What certainly sends nothing, as far as it can be seen, may not; who somebody is, is no event.
      if (doubt === undefined || doubt === keptBack || doubt === besidePresets) continue;
      if (method === "identify" || /\bidentify$/.test(callee)) continue;
      const key = JSON.stringify([callee, doubt]);
      const same = asked.get(key);
      if (same === undefined) asked.set(key, [call]);
      else same.push(call);
    }
    for (const calls of asked.values()) {
      const [first, ...others] = calls.map(({ emission }) => emission);
      if (first === undefined) continue;
      const places =
        others.length === 0 ? "" : `, as may ${others.length} more ${others.length === 1 ? "call" : "calls"}`;
      const near = [...new Set(calls.flatMap((call) => call.near.map(({ name }) => name.value)))];
      const means = near.length === 0 ? "" : ` A name is near ${someNames(near)} of the plan.`;
      const line = callLine(first, code.textOf(first.span));
      const entry = line === undefined ? "" : `: \`${line}\``;
      report(first.name?.span ?? first.span, `This may send an event${places}: ${first.doubt}.`, {
        help: `Declare the function under \`code.calls\`${entry}, or set this aside.${means}`,
        related: others
          .slice(0, 5)
          .map((one) => ({ message: "also here", span: one.name?.span ?? one.span })),
      });
    }
    const suspects = plannedSuspects(code.scan, index, code.callsByEvent);
    for (const { entry, calls } of suspectedCallees({ suspects })) {
      const [first, ...others] = calls;
      if (first === undefined) continue;
      const names = [...new Set(calls.flatMap(({ name }) => name?.names.map((one) => one.name) ?? []))];
      const line = entry === undefined ? "" : `: \`${entry}\``;
      report(
        first.name?.span ?? first.span,
        `${someNames(names)} of the plan ${names.length === 1 ? "stands" : "stand"} in ${others.length === 0 ? "a call that leads" : "calls that lead"} to nothing that is known, and no other call sends ${names.length === 1 ? "it" : "them"}.`,
        {
          help: `Declare the function under \`code.calls\`${line}, and its calls are held to the plan, or set this aside.`,
          related: others
            .slice(0, 5)
            .map((one) => ({ message: "also here", span: one.name?.span ?? one.span })),
        },
      );
    }
  },
});

/** The entry of `code.calls` for the function of a call; undefined where its name is in no argument of its own. */
function callLine({ call, name, span }: Emission, text: string): string | undefined {
  if (name === undefined || !isInside(name.span, span) || !/^[\w$]+(?:\.[\w$]+)*$/.test(call))
    return undefined;
  const before = text.slice(0, name.span.start - span.start);
  const at = before.indexOf("(");
  // Arguments before it are counted where they are plain.
  const plain = /^(?:[\w$.\s]+,)*\s*$/;
  const given = before.slice(at + 1);
  if (at < 0 || !plain.test(given)) return undefined;
  const event = given.split(",").length - 1;
  const after = /^\s*,\s*[{\w]/.test(text.slice(name.span.end - span.start));
  return `- { call: ${call.replace(/^this\./, "")}, event: ${event}${after ? `, properties: ${event + 1}` : ""} }`;
}
