export * from "./circle-a";
export { lost } from "./circle-a";
import { missing } from "./nowhere";
import { lost } from "./circle-a";
analytics.track(lost);
analytics.track(missing.name);
