import posthog from "posthog-js";

// What is there stays, and what is not there is filled in.
const send = (name: string | undefined, about?: { from?: string }) => {
  name ??= "Unnamed Opened";
  about ||= { from: "nowhere" };
  posthog.capture(name, { ...about });
};
send("Page Opened", { from: "menu" });
send(undefined);

let hog: typeof posthog | undefined;
export function told(count: number) {
  hog ??= posthog;
  hog.capture("Told", { count });
}
