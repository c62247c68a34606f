import posthog from "posthog-js";
import { plugins } from "./plugins";
import type { PluginConfig, Ui } from "./types";
export function start() {
  for (const plugin of plugins) {
    const config: PluginConfig = { store: "x", onLogEvent: (event, values) => { posthog.capture(event, values); } };
    plugin(config);
  }
}
export function ui(): Ui {
  return { showToast: () => {}, trackConversion: async (event, values) => { posthog.capture(event, values); } };
}
// A type of the same name is another one.
type Ui2 = { readonly onLogEvent: (event: string) => void };
export const quiet: Ui2 = { onLogEvent: (event) => { console.info(event); } };
