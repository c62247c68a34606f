// The rule raw-emit: events of the plan go through the code that is generated from it.
import type { Emission } from "../../code/emission.js";
import type { CodeIndex } from "../code-index.js";
import { nameAt } from "../code-places.js";
import { isLibrarys } from "../code-presets.js";
import { codeRule } from "../code-rule.js";
import { isHeldByTypes } from "../held-by-types.js";
import { someNames } from "../same-place.js";

export const rawEmit = codeRule({
  id: "raw-emit",
  summary: "The code sends an event of the plan by hand, beside the generated emitters",
  why:
    "A name and a payload that are typed by hand are checked when this command runs. Those of a generated emitter are " +
    "checked while they are typed, carry their idempotency key and their time, and change with the plan.",
  fix: "Call the emitter that is generated for the event, through the tracker of `createTracker`. `lint --fix --unsafe raw-emit` rewrites calls: through a tracker where the file calls one or `trackers` names one, and else with a payload that the emitter makes. Compile afterwards, and read the diff.",
  severity: "warning",
  optional: true,
  fixable: true,
  options: {
    sources: {
      description: "The sources whose calls have to go through the emitters; all of them where it is empty.",
      type: "strings",
      default: [],
    },
    errors: {
      description: "The sources where a call by hand is an error, whatever the severity.",
      type: "strings",
      default: [],
    },
    trackers: {
      description:
        "Modules that export a tracker, from the project root: `web/tracking.ts`, or `web/tracking.ts#shopTracker` where it is not called `tracker`. Calls that name the person are rewritten to go through the nearest one.",
      type: "strings",
      default: [],
    },
  },
  examples: {
    bad: {
      body: `
rules:
  raw-emit: warning
events:
  Signed Up:
    description: An account is opened.
    properties:
      method: enum(email, google)
`,
      beside: {
        "web/account.ts": `
analytics.track("Signed Up", { method: "email" });
`,
      },
    },
    good: {
      body: `
rules:
  raw-emit: warning
events:
  Signed Up:
    description: An account is opened.
    properties:
      method: enum(email, google)
`,
      beside: {
        "web/account.ts": `
import { signedUp } from "../generated/typescript/index.js";
import { tracker } from "./tracker.js";

tracker.track({ id: user.id }, signedUp({ method: "email" }));
`,
      },
    },
  },
  check({ plan, code, options }, report) {
    if (!plan.targets.some(({ name }) => name.value === "typescript")) return;
    // The compiler would refuse what does not fit the plan: that is mended first.
    const wrong = new Set(code.payloads.filter(({ issues }) => issues.length > 0).map(({ call }) => call));
    for (const call of code.eventCalls) {
      const { emission, sources } = call;
      // Which events it sends is said by its callers, of which none is known.
      if (emission.typed || call.supposed) continue;
      const isError = sources.some((source) => options.errors.includes(source));
      const isWatched = options.sources.length === 0 || sources.some((one) => options.sources.includes(one));
      if (!isError && !isWatched) continue;
      const [sent, ...more] = call.events.filter(
        ({ event, name }) => name !== undefined && event.status !== "retired",
      );
      if (sent !== undefined) {
        const { event } = sent;
        const canMend = call.events.length === 1 && !wrong.has(call) && isMendable(emission, code);
        const fix = canMend ? code.scan.rewrite?.(emission, event.name.value) : undefined;
        // Which of several it is, is decided in one place.
        const isOne = more.length === 0;
        const names = someNames([sent, ...more].map((one) => one.event.name.value));
        const are = isOne
          ? "is sent by hand, beside its generated emitter"
          : "are sent by hand, beside their generated emitters";
        report(isOne ? nameAt(call, sent) : (emission.name?.span ?? emission.span), `${names} ${are}.`, {
          ...(isOne && { event: event.name.value }),
          help: isOne ? "Call the emitter of this event." : "Call the emitter of each event.",
          ...(isError && { severity: "error" as const }),
          ...(fix !== undefined && { fixes: [fix] }),
        });
      }
    }
  },
});

/**
 * Whether the payload of a call can be made by an emitter: it is an object for certain, with no keys that are the
 * library's own, and goes to no function of the team's whose own types say what it takes.
 */
function isMendable(emission: Emission, code: CodeIndex): boolean {
  const { properties } = emission;
  const payloadAt = emission.payloadAt?.();
  if (payloadAt === undefined) return true;
  const text = code.textOf(payloadAt).trim();
  if (text === "undefined" || text === "null") return false;
  if (properties?.kind === "union" && properties.members.some(({ kind }) => kind !== "object")) return false;
  const keys = text.matchAll(/[{,\s]["']?(?<key>\$\w+)["']?\s*:/g);
  if ([...keys].some(({ groups }) => isLibrarys(emission, groups?.key ?? ""))) return false;
  return !isHeldByTypes(emission, payloadAt, code.scan.texts);
}
