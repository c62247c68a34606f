// What the library takes for itself it sends, too: nothing but the total is missing.
import Mixpanel from "mixpanel";

const mixpanel = Mixpanel.init("token");
const report = (name: string, properties: object) => mixpanel.track(name, properties);

report("Till Closed", { distinct_id: "t1", total: 12 });
report("Till Closed", { distinct_id: "t1" });
report("Till Closed", { total: 12 });
