export const trackLate = (name: string) => mixpanel.track(name);
