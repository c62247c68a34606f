import * as amplitude from "@amplitude/analytics-browser";

export const note = (name: string) => amplitude.track(name);
