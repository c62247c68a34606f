import * as metrics from "./metrics";
export default { ...metrics };
