// Texts that functions change on their way: what was given is known, and what is sent is what became of it.
import { snakeCase } from "lodash";
import camelCase from "lodash/camelCase";
import mixpanel from "mixpanel-browser";

export const snake = (name: string) => mixpanel.track(snakeCase(`shop_${name}`));
export const lower = (name: string) => mixpanel.track(name.toLowerCase().replace(/ /g, "_"));
export const camel = (name: string) => mixpanel.track(camelCase(name));

snake("Cart Opened");
snake(window.location.hash);
lower("Cart Closed");
camel("Cart Left");
camel(document.title ? "Cart Kept" : "Cart Lost");
