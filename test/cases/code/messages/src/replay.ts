import posthog from "posthog-js";

/** Each instance keeps listeners of its own. */
class Replay<T> {
  private readonly listeners = new Set<(one: T) => void>();
  emit(one: T) {
    for (const listener of this.listeners) listener(one);
  }
  subscribe(listener: (one: T) => void) {
    this.listeners.add(listener);
  }
}

const telemetry = new Replay<{ name: string }>();
const links = new Replay<{ name: string }>();
const errors = new Replay<{ name: string }>();

telemetry.subscribe(({ name }) => posthog.capture(name));
errors.subscribe(({ name }) => posthog.capture("Failed", { name }));

telemetry.emit({ name: "Replayed" });
// Nobody who listens to these sends anything.
links.emit({ name: "/home" });
