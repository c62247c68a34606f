import { quietly } from "./quietly";

const put = (name: string, properties?: object) => window.dispatchEvent(new CustomEvent("shop", { detail: { name, properties } }));

export const captureEvent = quietly(put);

// A script in a text hears this.
export const track = (event: { type: string }) => window.dispatchEvent(new CustomEvent("shop", { detail: event }));
