// Texts that functions change on their way: what was given is known, and what is sent is what became of it.
import { snakeCase } from "lodash";
import camelCase from "lodash/camelCase";
import mixpanel from "mixpanel-browser";
import patterns, { between, SPACES } from "./patterns.js";

export const snake = (name: string) => mixpanel.track(snakeCase(`shop_${name}`));
export const lower = (name: string) => mixpanel.track(name.toLowerCase().replace(/ /g, "_"));
export const joined = (name: string) => mixpanel.track(name.replace(SPACES, between));
export const joinedToo = (name: string) => mixpanel.track(name.replace(patterns.SPACES, "-"));
export const camel = (name: string) => mixpanel.track(camelCase(name));

snake("Cart Opened");
snake(window.location.hash);
lower("Cart Closed");
joined("Cart Shared");
joinedToo("Cart Sent");
camel("Cart Left");
camel(document.title ? "Cart Kept" : "Cart Lost");

// What stands around a hole is kept where it comes to the same whatever fills the hole.
mixpanel.track(snakeCase(`Download ${document.title} file`));
mixpanel.track(camelCase(`cart ${document.title} of ${window.name} saved`));
mixpanel.track(`Export ${document.title} Done`.toLowerCase());
mixpanel.track(snakeCase(`Cart AB${document.title} closed`));

// Which of two texts it is, a condition on what somebody gives decides.
export const leave = (isOwner: boolean) => lower(isOwner ? "Shop Closed" : "Shop Left");
export const shout = (name: string) => mixpanel.track(`Shop ${name}`.trim().toUpperCase());
export const cry = (name: string) => shout(name);

// What a function makes of each part that a pattern finds.
const underscored = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const joinedUp = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const titled = (name: string) => name.replace(/\b\w/g, (letter) => letter.toUpperCase());
export const under = (name: string) => mixpanel.track(underscored(name));
export const up = (name: string) => mixpanel.track(joinedUp(name));
export const title = (name: string) => mixpanel.track(titled(name));
under("cartOpened");
up("cart_was_opened");
title("cart was opened");
