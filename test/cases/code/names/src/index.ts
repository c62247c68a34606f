export * from "./events.js";
export { Events as Names } from "./events.js";
