import * as reports from "./reports";

export { reports };
