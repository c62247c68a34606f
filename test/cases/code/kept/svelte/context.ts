import posthog from "posthog-js";
import { getContext, setContext } from "svelte";
const key = Symbol();
export const begin = () => setContext(key, { fire: (name: string) => posthog.capture(name) });
export const shop = () => getContext<{ fire(name: string): void }>(key);
