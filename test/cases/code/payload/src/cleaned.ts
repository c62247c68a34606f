// What a wrapper makes of a payload, a function of another file does.
import posthog from "posthog-js";
import { withShop } from "./cleaner.js";

export function note(name: string, given: Record<string, unknown>) {
  posthog.capture(name, withShop(given));
}
note("Cart Cleaned", { total: 4 });
