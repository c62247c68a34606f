export const send = (name: string) => analytics.track(name);
