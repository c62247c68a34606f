// Declares rules of the mirror `consumers`, which share one index of what consumers ask for.
import type { ConsumerScan } from "../consumers/consumer-scan.js";
import { ConsumerIndex } from "./consumer-index.js";
import { pulledPlaces } from "./pulled-places.js";
import {
  type FindingDetails,
  mirrorRule,
  type Report,
  type Rule,
  type RuleOptions,
  type Subject,
} from "./rule.js";

const indexes = new WeakMap<ConsumerScan, ConsumerIndex>();

type ConsumerSubject<Options extends RuleOptions> = Subject<Options> & {
  readonly scan: ConsumerScan;
  readonly listening: ConsumerIndex;
};

/** A rule about consumers and their templates; its check gets the scan and the index of it. */
export function consumerRule<const Options extends RuleOptions = Record<never, never>>(
  rule: Omit<Rule<Options>, "mirror" | "reportedBy" | "fixed" | "check"> & {
    check(subject: ConsumerSubject<Options>, report: Report): void;
  },
): Rule {
  return mirrorRule("consumers", {
    ...rule,
    check(subject, report) {
      const { consumers: scan, index, destination } = subject;
      const listening = indexes.get(scan) ?? new ConsumerIndex(scan, index, destination);
      indexes.set(scan, listening);
      const pulled = pulledPlaces(subject.plan);
      rule.check({ ...subject, scan, listening }, (span, message, details = {}) => {
        const place = pulled.get(span.file);
        if (place === undefined || notChanged.includes(rule.id)) report(span, message, details);
        else report(span, message, mendedThere(details, place));
      });
    },
  });
}

/** Rules whose findings are not mended by changing what they point at. */
const notChanged: readonly string[] = ["consumer-not-understood", "unreadable-template"];

/** What was pulled is changed in the workspace, which a fix of the file here would not do. */
function mendedThere({ fixes: _, help, ...details }: FindingDetails, place: string): FindingDetails {
  const there = `Change ${place} in Customer.io, and pull again.`;
  return { ...details, help: help === undefined ? there : `${help} ${there}` };
}
