import posthog from "posthog-js";

const noted = (category: string, action: string) => posthog.capture(action, { category });
export const onOpen = noted.bind(null, "Menu", "Menu Opened");
const capture = posthog.capture.bind(posthog);

export function close(this: unknown) {
  noted.call(this, "Menu", "Menu Closed");
  noted.apply(this, ["Menu", "Menu Left"]);
  capture("Menu Gone");
}
