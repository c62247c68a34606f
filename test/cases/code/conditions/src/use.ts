import { track, trackAny, trackReport } from "./track";

track("Page View");
track("Signed Up");
track(isNew ? "Opened New" : "Opened Old");
track(isNew ? "Page View" : "Opened Old");
trackReport("create");
trackAny(document.title);
const labelled = (rule: { on: boolean }, label?: string) => {
  track(rule.on ? "Rule On" : "Rule Off");
  track(label ?? "No Label");
};
labelled(document.rule, "Label");
