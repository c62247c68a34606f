import { log } from "./log";

// What is made of itself, again and again, has itself among its parts.
export function triaged(parts: string[], isFull: boolean) {
  let sent: Record<string, unknown> = { kind: "none" };
  if (isFull) sent = { ...sent, full: true };
  if (parts.length > 2) sent = { ...sent, kind: "several", ...(isFull ? sent : {}) };
  if (sent.kind === "none") return;
  log("Triaged", { ...sent, size: sent.full });
}
