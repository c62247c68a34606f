import { trackEvent } from "@/lib/analytics";
export const say = (name: string) => trackEvent(`Say ${name}`);
