// Sends what the storefront has to tell to the shop's own endpoint, which passes it on to Customer.io.
import { createTracker, type Person, type Tracker } from "../generated/typescript/index.js";
import { validate } from "../generated/typescript/validators/index.js";

/** What the storefront knows of the visitor: their customer id once they signed in, and an id of the browser. */
export type Visitor = { readonly customerId: string | undefined; readonly browserId: string };

export const tracker: Tracker<Promise<void>> = createTracker({
  destination: { track: send, identify: send },
  validate,
});

async function send(message: object): Promise<void> {
  await fetch("/tracking", { method: "POST", body: JSON.stringify(message), keepalive: true });
}

export function personOf({ customerId, browserId }: Visitor): Person {
  return customerId === undefined ? { anonymous_id: browserId } : { id: customerId, anonymous_id: browserId };
}

/** Where in the storefront something happens: what every event of it carries. */
export type Page = { readonly path: string; readonly referrer: string | undefined };

export function pageContext({ path, referrer }: Page): { page_path: string; referrer?: string } {
  return { page_path: path, ...(referrer !== undefined && { referrer }) };
}
