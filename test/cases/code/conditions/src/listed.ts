// What a list lets through is sent; what comes into it later nobody knows.
import posthog from "posthog-js";

const sent = new Set(["cart", "order"]);
const quiet = ["hover", "blur"];
const later = new Set(["gift"]);
later.add("card");

function note(kind: string, name: string) {
  if (!sent.has(kind)) return;
  posthog.capture(name, { kind });
}

function tell(name: string) {
  if (quiet.includes(name)) return;
  posthog.capture(name);
}

function give(name: string) {
  if (later.has(name)) posthog.capture(name);
}

note("cart", "Cart Listed");
note("shelf", "Shelf Kept Back");
tell("hover");
tell("click");
give("card");
