// What a wrapper makes of nothing that its callers give is its own mistake, and one.
export function tellPage(properties?: Record<string, any>) {
  const path = properties?.path || location.pathname;
  let name = "";
  if (path === "/") name = "Cart Opened";
  else name = `${path.substring(1)} `.trim();
  analytics.track(name, {});
}
tellPage();
tellPage({ path: location.hash });

export function tell(name: string) {
  analytics.track(name.trim(), {});
}
tell(document.title);
