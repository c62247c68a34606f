declare const acme: any;

// What nobody sees is told first that an event is tracked.
window.acme("track", "Told First", { items: 1 });
acme("event", "not told that it tracks");
export function tellAcme(name: string, about: object) {
  window.acmeQueue.push(["recordEvent", name, about]);
}
tellAcme("Queued First", { items: 2 });

// A list, and buses of the page's.
const rows: unknown[] = [];
rows.push(["track", "Row"]);
window.emit("track", "heard by others");
