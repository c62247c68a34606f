import posthog from "posthog-js";
import { writable } from "svelte/store";

export const events = writable({ send: (name: string) => posthog.capture(name) });
