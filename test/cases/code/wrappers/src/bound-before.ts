// What comes before the name is bound first.
import posthog from "posthog-js";
function trackWithEnv(app: string, name: string, props: object = {}) { posthog.capture(name, { ...props, app }); }
const track = trackWithEnv.bind(null, "shop");
track("Env Opened", { a: 1 });
track("Env Read");
export function run(app: string) { const t = trackWithEnv.bind(null, app); t("Env Ran"); t("Env Ended", { b: 1 }); }
const named = trackWithEnv.bind(null, "shop", "Env Named"); named({ c: 1 });
