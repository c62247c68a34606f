import type { Console, Ledger } from "@tills/contract";
import mixpanel from "mixpanel-browser";

// What has an interface out of a package is called through it.
export class ShopConsole implements Console {
  warn(name: string, text: string) {
    console.warn(text);
    mixpanel.track(name, { text });
  }
}

export const quiet = (): Ledger => ({
  note(name: string) {
    mixpanel.track(name);
  },
});
