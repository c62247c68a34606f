// Declares rules of the mirror `consumers`, which share one index of what consumers ask for.
import type { ConsumerScan } from "../consumers/consumer-scan.js";
import { ConsumerIndex } from "./consumer-index.js";
import { mirrorRule, type Report, type Rule, type RuleOptions, type Subject } from "./rule.js";

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
      rule.check({ ...subject, scan, listening }, report);
    },
  });
}
