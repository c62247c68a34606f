// What a page brings along, as TypeScript is told of it.
declare const analytics: any;
declare const posthog: PageAnalytics;
declare const audio: any;

export const opened = () => analytics.track("Ambient Opened", { a: 1 });
export const closed = () => posthog.capture("Ambient Closed");
export const heard = () => audio.track("Ambient Song");
