export const TRACK = "ANALYTICS/TRACK";
export const OPEN = "PANEL/OPEN";
export const make = (eventName: string, properties: object) => ({ type: TRACK, eventName, ...properties });
export const open = (name: string) => ({ type: OPEN, eventName: name });
