// @flow
import type { Props } from "./props";
export function send(name: string, value: ?number) {
  analytics.track("From Flow", { value });
}
