import { handleAnalyticsEvent, handleEvent } from "@company/common";
import { fireEvent } from "@testing-library/dom";

declare const gaEvent: (name: string, props: object) => void;

handleAnalyticsEvent({ category: "Menu", action: "MENU_OPENED" });
gaEvent("menu_closed", { by: "key" });
handleEvent({ action: "MENU_MOVED" });
fireEvent(document.body, "click");

class Accounts {
  private async _track(name: string, email: string) {
    await fetch("https://goals.example/api/goals", { method: "POST", body: JSON.stringify({ name, email }) });
  }
  register(email: string) {
    this._track("registered", email);
  }
}
export const accounts = new Accounts();
