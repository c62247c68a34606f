// The body of a request may be what another function makes of what it is given.
function asBody(who: string, name: string, payload?: Record<string, unknown>): string {
  return JSON.stringify({ distinct_id: who, api_key: "key", event: name, properties: { ...payload } });
}

export function tellAbout(who: string, name: string, payload?: Record<string, unknown>) {
  void fetch("https://app.posthog.com/capture/", { method: "POST", body: asBody(who, name, payload) });
}
tellAbout("u1", "Body Made Elsewhere", { total: 3 });
