// What a wrapper makes of what it is given before it sends it.
declare const flag: () => boolean;

function withSource(name: string, properties: Record<string, unknown>) {
  properties = { ...properties, source: "web" };
  analytics.track(name, properties);
}

function withPlan(name: string, properties: Record<string, unknown> = {}) {
  if (properties) properties.plan = "pro";
  analytics.track(name, { ...properties, at: 1 });
}

function paidAlone(name: string, properties: Record<string, unknown>) {
  if (name === "Paid") properties = { ...properties, total: 5 };
  analytics.track(name, properties);
}

function without(name: string, properties: { secret?: string; kind: string }) {
  delete properties.secret;
  analytics.track(name, properties);
}

function oneOfTwo(name: string, properties: Record<string, unknown>) {
  if (flag()) analytics.track(name, { ...properties, first: true });
  else analytics.track(name, properties);
}

function inACallback(names: string[], properties: Record<string, unknown>) {
  names.forEach((name) => {
    properties = { ...properties, many: true };
    analytics.track(name, properties);
  });
}

withSource("Sourced", { a: 1 });
withPlan("Planned", { a: 1 });
paidAlone("Paid", { a: 1 });
paidAlone("Left", { a: 1 });
without("Told", { secret: "s", kind: "k" });
oneOfTwo("Chosen", { a: 1 });
inACallback(["Many"], { a: 1 });

// In a case of a `switch` alone.
function trackScreen(code: string, panel?: { title: string }) {
  switch (code) {
    case "page":
    case "screen": {
      code = panel === undefined ? "Screen Opened" : `${panel.title} Opened`;
      break;
    }
    case "menu":
      code = "Menu Opened";
  }
  if (!code) return;
  analytics.track(code);
}
trackScreen("Left Screen");
trackScreen("screen");
trackScreen("page", { title: "Panel" });
trackScreen("menu");
