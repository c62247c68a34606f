export const OPENED = "App Opened";
