// What lodash makes for chains takes the function last.
import { throttle } from "lodash/fp";
import mixpanel from "mixpanel-browser";

const moved = throttle(300, (name: string) => mixpanel.track(name));

moved("Map Moved");
