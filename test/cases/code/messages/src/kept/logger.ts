export type Entry = { action: string; category?: string };
export interface Subscriber { readonly key: string; onEvent(entry: Entry): void; onFlush(entry: Entry): void }
class Logger {
  private all: Subscriber[] = [];
  subscribe(one: Subscriber) { this.all.push(one); return () => this.all.filter((other) => other !== one); }
  log(entry: Entry) { this.all.forEach((one) => { if (one.key !== "quiet") one.onEvent(entry); }); }
  flush(entry: Entry) { this.all.forEach((one) => one.onFlush(entry)); }
}
export const logger = new Logger();
const listeners = new Set<(name: string, data?: object) => void>();
const others: ((name: string) => void)[] = [];
export function listen(listener: (name: string, data?: object) => void) { listeners.add(listener); }
export function notify(name: string, data?: object) { for (const listener of [...listeners]) listener(name, data); }
export function tellOthers(name: string) { others.forEach((other) => other(name)); }
