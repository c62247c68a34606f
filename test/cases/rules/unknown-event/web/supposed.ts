type Step = "Signed Up" | "Looked Around" | "Went On";

// Nobody calls it: of what it may be given, one is right.
export function useSteps() {
  const step = (name: Step) => analytics.track(name);
  return { step };
}

// Nobody calls this one either, and nothing that it may be given is right.
export function useMore(name: Exclude<Step, "Signed Up">) {
  analytics.track(name);
}

// This one is called, by whatever the page does.
const pressed = (name: Step) => analytics.track(name);
document.querySelectorAll("button").forEach(pressed);
