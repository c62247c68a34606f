import mixpanel from "mixpanel-browser";

type Client = typeof mixpanel;

/** Hands the client to whoever needs it, once there is consent. */
export function withClient(use: (client: Client) => void) {
  if (document.cookie.includes("consent")) use(mixpanel);
}

export async function whenReady(use: (client: Client, plan: string) => void) {
  await Promise.resolve();
  setTimeout(() => use(mixpanel, "pro"), 10);
}

export const later = (use: (client: Client) => void) => import("mixpanel-browser").then(use);

/** What it hands on is the caller's own. */
export function through<T>(value: T, use: (value: T) => void) {
  use(value);
}

export class Queue {
  #client = mixpanel;
  flush(use: (client: Client) => void) {
    use(this.#client);
  }
}
