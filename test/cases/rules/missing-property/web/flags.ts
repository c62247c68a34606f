// A flag that is written out decides; what may be changed does not.
import { SETTINGS, state, WITH_VALUE } from "./settings";

const cart = (): Record<string, unknown> => ({ cart_id: "a", page_path: "/" });
const send = (name: string, about?: Record<string, unknown>) => {
  const told = SETTINGS.WITH_CART ? { ...cart(), ...about } : about;
  const whole = WITH_VALUE ? { cart_value: 1, ...told } : told;
  analytics.track(name, SETTINGS.WITH_NOTES ? { note: 1 } : whole);
};
send("Left Checkout", { step: 1 });
send("Left Checkout");
const sendSome = (name: string, about: Record<string, unknown>) =>
  analytics.track(name, state.hasValue ? { cart_value: 1, ...about } : about);
sendSome("Left Checkout", { cart_id: "a", page_path: "/", step: 1 });

// What is put over something by a condition of the caller's leaves what was there before.
const left = (given: any) =>
  analytics.track("Left Checkout", { ...given, step: 1, ...(given.isKiosk ? { note: 1 } : {}) });
left({ ...window.about });
const kiosk = ({ kiosk_id }: any) => analytics.track("Kiosk Opened", { kiosk_id });
export const open = (given: any) => kiosk({ ...given, ...(given.isLate ? { late: true } : {}) });

// What one test decides twice is decided the same way.
export function leave() {
  const kiosk = window.kiosk;
  const about = kiosk ? { kiosk_id: "a" } : undefined;
  const other = !kiosk ? { kiosk_id: "a" } : {};
  if (kiosk) analytics.track("Kiosk Opened", { ...about });
  if (kiosk) analytics.track("Kiosk Opened", { ...other });
  if (!kiosk) return;
  analytics.track("Kiosk Closed", { ...about });
}
