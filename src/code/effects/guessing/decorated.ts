// Methods under a decorator that says that their calls are told somewhere, and of which nothing else is known: the name is
// the decorator's, or else the method's: `@LogToServer() walletMade() {}`.
import type { CallExpression } from "oxc-parser";
import { tailName } from "../../syntax/syntax.js";
import type { Linker } from "../../values/linker.js";
import type { Site, Value } from "../../values/values.js";
import { decoratedMember, keyValue } from "../decorators.js";
import type { Effect } from "../effects.js";
import { isSpelled } from "./says-name.js";

/** The name of calls of such decorators, for searches. */
export const decoratedName = "decorators.*";

/** What they are called, as whole words, for the search for files. */
export const decoratorWords: readonly string[] = [
  ...["LogToServer", "SendToServer", "ReportToServer", "LogEvent", "SendEvent", "TrackEvent", "TrackCall"],
  ...["TrackAction", "TrackClick", "TrackUsage", "TrackMethod", "Track", "Tracked", "Analytics", "Telemetry"],
  ...["WithAnalytics", "WithTelemetry", "TrackAnalytics", "SendAnalytics", "LogAnalytics", "LogTelemetry"],
];
const words = new Set(decoratorWords.map((word) => word.toLowerCase()));

/** Such a decorator in the bytes of a file. */
export const decoratorPattern = new RegExp(`@(?:${decoratorWords.join("|")})\\s*\\(`);

/** Whether a call is such a decorator of a method. */
export function isDecorating(node: CallExpression, site: Pick<Site, "scope">): boolean {
  const name = tailName(node.callee);
  return name !== undefined && words.has(name.toLowerCase()) && decoratedMember(node, site) !== undefined;
}

/** What it sends, as far as its words say. */
export function decoratedEffect(
  linker: Linker,
  node: CallExpression,
  args: readonly Value[],
  site: Site,
  origin: string,
): Effect | undefined {
  const member = decoratedMember(node, site);
  if (member === undefined) return undefined;
  const [given] = args;
  const name =
    given !== undefined && given.kind !== "object" && isSpelled(linker, given)
      ? given
      : keyValue(member, site);
  return {
    ...{
      preset: "own",
      shapes: [{ method: "track", name: [0] }],
      args: [name],
      typed: false,
      via: undefined,
    },
    ...{ doubt: `what "@${tailName(node.callee) ?? ""}" sends is not followed`, origin, requires: [] },
    isRearranged: true,
  };
}
