import mixpanel from "mixpanel-browser";

export namespace Telemetry {
  export const Opened = "Namespace Opened";
  export enum Step {
    Paid = "Namespace Paid",
  }
  export namespace Inner {
    export const Closed = "Namespace Closed";
  }
  const hidden = "none";
  export function send(name: string, props?: object) {
    mixpanel.track(name, props);
  }
}
