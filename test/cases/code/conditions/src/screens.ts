// What a table of the project has, or a function makes of the name, decides whether a call is made.
import posthog from "posthog-js";

const screens: Record<string, { flow?: string }> = { cart: { flow: "shop" }, till: {} };

const aboutOf = (name: string) => {
  const about = screens[name];
  if (!about) return undefined;
  return { screen: name, ...about };
};
const isScreen = (name: string) => name in screens;

export function viewed(name: string) {
  const about = aboutOf(name);
  if (about) posthog.capture("Screen Viewed", about);
  else posthog.capture(name);
}
export function told(name: string) {
  if (isScreen(name)) return;
  posthog.capture(name);
}
export function owned(name: string) {
  if (!Object.hasOwn(screens, name)) posthog.capture(name);
}
export function there(name: string) {
  if (screens[name] !== undefined) return;
  posthog.capture(name);
}
export function flagged(name: string) {
  const isThere = Boolean(screens[name]);
  if (!Boolean(screens[name]) && !isThere) posthog.capture(name);
}

const shownOf = (name: string) => (isScreen(name) ? { screen: name } : null);
export function shown(name: string) {
  const about = shownOf(name);
  if (about) posthog.capture("Screen Shown", about);
  else posthog.capture(name);
}

viewed("cart");
viewed("Coupon Shown");
told("till");
told("Coupon Told");
owned("cart");
owned("Coupon Owned");
there("till");
there("Coupon There");
flagged("cart");
flagged("Coupon Flagged");
shown("cart");
shown("Coupon Shown Again");
