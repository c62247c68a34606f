// Nothing here is called as emitters are: the file is read since the project depends on what it imports.
import mixpanel from "mixpanel-browser";

mixpanel.init("token", { persistence: "localStorage" });
