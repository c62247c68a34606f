// Functions whose name is given before the rest.
import partial from "lodash/partial";
import _ from "lodash";
import posthog from "posthog-js";

const track = (name: string, data?: object) => posthog.capture(name, data);
const opened = partial(track, "Partial Opened");
opened({ at: 1 });
export const closed = _.partial(track, "Partial Closed");
Reflect.apply(track, undefined, ["Partial Applied", { at: 1 }]);
