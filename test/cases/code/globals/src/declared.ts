// What is said of a global's type changes nothing of what it is.
type WithLayer = Window & { dataLayer?: unknown[] };
declare const window: WithLayer;

export function hover() {
  window.dataLayer?.push({ event: "hovered_chart", seconds: 2 });
}
