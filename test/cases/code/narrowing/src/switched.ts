import posthog from "posthog-js";

export enum Step {
  opened,
  closed,
  printed,
}

// A table that is written as a function: who asks says which.
function textOf(step: Step): string {
  switch (step) {
    case Step.opened:
      return "Opened";
    case Step.closed: {
      return "Closed";
    }
    default:
      return "Seen";
  }
}
export const told = (step: Step, about?: object) => posthog.capture(`Switched ${textOf(step)}`, about);
told(Step.opened);
told(Step.closed, { from: "menu" });
told(Step.printed);

// One of several lists of the same length.
const lists = { page: ["Pages", "Spread Page Opened"], help: ["Help", "Spread Help Opened"] };
const tell = (category: string, action: string) => posthog.capture(action, { category });
export const open = (which: keyof typeof lists) => tell(...lists[which]);
open("page");
export const either = (isHelp: boolean) => tell(...(isHelp ? lists.help : lists.page));
