export const sendToSegment = (name: string, payload: object) => window.analytics.track(name, payload);
