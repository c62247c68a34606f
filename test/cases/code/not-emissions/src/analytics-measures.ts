// Functions of a file about analytics that tell no event: what sets a variable, measures, or picks one of a table.
import mixpanel from "mixpanel-browser";

declare const analytics: { reportAll(all: object): void };

export function setVariable(name: string, value: string) {
  window.dataLayer.push({ [name]: value });
}

export function recordMetric(name: string, value: number) {
  analytics.reportAll({ shop: 1, [name]: value });
}

const sidebar: Record<string, () => void> = { opened: () => mixpanel.track("Sidebar Opened") };
export function analyticsEvent(type: string) {
  sidebar[type]();
}
