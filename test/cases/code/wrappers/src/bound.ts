import posthog from "posthog-js";

const noted = (category: string, action: string) => posthog.capture(action, { category });
export const onOpen = noted.bind(null, "Menu", "Menu Opened");
const capture = posthog.capture.bind(posthog);

export function close(this: unknown) {
  noted.call(this, "Menu", "Menu Closed");
  noted.apply(this, ["Menu", "Menu Left"]);
  capture("Menu Gone");
}

class Commands {
  run(name: string) {
    posthog.capture(name);
  }
}

export class Extension {
  protected readonly commands: Commands;
  constructor(private readonly disposer: { track<T>(one: T): T }) {
    this.commands = this.disposer.track(new Commands());
    this.commands.run("Extension Started");
  }
}
