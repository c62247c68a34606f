// A component says by its own name what is shown.
import mixpanel from "mixpanel-browser";
import { forwardRef } from "react";

export function show(component: { name?: string; displayName?: string }) {
  mixpanel.track(`Opened ${component.name || component.displayName}`);
}

export const Settings = forwardRef((props, ref) => <dialog ref={ref} {...props} />);
Settings.displayName = "Settings Dialog";
export function About() {
  return <dialog />;
}
show(Settings);
show(About);
