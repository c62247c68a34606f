// Conditions that compare what is given with a text.
import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "x" });
const userId = "1";
const kinds = { detail: "detail" } as const;

export function shown(name: string, kind: "detail" | "list" = "detail") {
  if (kind === kinds.detail) analytics.track({ userId, event: `${name} Detail` });
  if (kind !== "detail") analytics.track({ userId, event: `${name} List` });
}

shown("Default");
shown("Written", "list");
shown("Either", Math.random() > 0.5 ? "list" : "detail");
shown("Unknown", process.argv[2]);
