export * from "./circle-b";
export { lost } from "./circle-b";
