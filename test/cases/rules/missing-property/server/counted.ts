// What a wrapper adds for some names alone: each caller is held to what is added for its own.
import { Analytics } from "@customerio/cdp-analytics-node";
import { isCounted } from "shop-rules";

const analytics = new Analytics({ writeKey });
const COUNTED: ReadonlySet<string> = new Set(["Kiosk Opened", "Kiosk Closed"]);

const report = (event: string, given: object = {}) =>
  analytics.track({ userId, event, properties: COUNTED.has(event) ? { ...given, kiosk_id: "7" } : given });

report("Kiosk Opened");
report("Kiosk Cleaned", { by: "Ana" });

// Nobody sees what this asks, and which of the two is sent.
const tell = (event: string, given: object = {}) =>
  analytics.track({ userId, event, properties: isCounted(event) ? { ...given, kiosk_id: "7" } : given });

tell("Kiosk Opened");
tell("Kiosk Cleaned", { name: "Ana" });

// What is sealed is taken out before.
const isSecret = (given: unknown): given is { secret: object } =>
  typeof given === "object" && given !== null && "secret" in given;

function send(event: string, given: Record<string, unknown>) {
  if (!isSecret(given)) {
    analytics.track({ userId, event, properties: given });
    return;
  }
  const { secret, ...plain } = given;
  analytics.track({ userId, event, properties: { ...plain, kiosk_id: seal(secret) } });
}

send("Kiosk Opened", { secret: { pin: 1 } });
send("Kiosk Closed", { kiosk_id: "8" });
send("Kiosk Cleaned", { by: "Ana", secret: {} });
send("Kiosk Cleaned", { by: "Ana" });

// What a function of the project answers for the name says which of the two it is.
const isListed = (name: string) => COUNTED.has(name);
const note = (event: string, given: object) =>
  analytics.track({ userId, event, properties: isListed(event) ? { ...given, kiosk_id: "7" } : given });

note("Kiosk Opened", {});
note("Kiosk Cleaned", { by: "Ana" });
