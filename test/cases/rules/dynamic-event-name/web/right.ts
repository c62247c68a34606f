type Name = "Signed Up" | "Signed In";

export function send(name: string) {
  analytics.track(name);
}
send("Signed Up");

export function either(name: Name) {
  analytics.track(name);
}
for (const name of ["Signed Up", "Signed In"]) analytics.track(name);
analytics.track(`Step ${step} Done`);
