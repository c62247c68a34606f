import * as everything from "./index.js";
import { CART, Events, Names, PREFIX, type Step } from "./index.js";

const aliases = CART.page;
const { added } = CART;
const byKind = { a: "Kind A", b: "Kind B" } satisfies Record<string, string>;
const list = [{ event: "First" }, { event: "Second" }];
let changing = "One";

function nameOf(kind: string) {
  switch (kind) {
    case "x":
      return "Switch X";
    default:
      return "Switch Other";
  }
}

export function all(kind: "a" | "b", n: number, step: Step, anything: string, flag: boolean) {
  analytics.track(`No Holes`);
  analytics.track("Two " + "Parts");
  analytics.track(Events.Started);
  analytics.track(Names.Done);
  analytics.track(aliases.viewed);
  analytics.track(added);
  analytics.track(everything.CART.added);
  analytics.track(`${PREFIX}_opened`);
  analytics.track(`checkout_step_${n}`);
  analytics.track(`step_${step}`);
  analytics.track(flag ? "Yes" : "No");
  analytics.track(maybe() ?? "Fallback");
  analytics.track(byKind[kind]);
  analytics.track(nameOf(anything));
  list.forEach((item) => analytics.track(item.event));
  for (const { event } of list) analytics.track(event);
  changing = "Two";
  analytics.track(changing);
  analytics.track(("Sign Up" as string).toLowerCase());
  analytics.track(["checkout", "started"].join(" "));
  analytics.track(JSON.parse(anything).event);
  analytics.track(step);
}
declare function maybe(): string | undefined;
