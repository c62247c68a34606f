export const CLOSED = "App Closed";
