// What a wrapper puts in under a condition on what it is given is sent for those callers alone.
import { AnalyticsBrowser } from "@segment/analytics-next";

const analytics = AnalyticsBrowser.load({ writeKey: "x" });

type Buy = { kind: "buy"; amount: number };
type Sell = { kind: "sell"; price: number };
interface Values {
  deal?: Buy | Sell;
  code?: string | null;
  label?: string;
}

export function log(event: string, values: Values = {}) {
  const { deal, code, ...rest } = values;
  const params: Record<string, unknown> = { version: 1, ...rest };
  if (code != null) params.code = code;
  if (deal != null) {
    const { kind } = deal;
    if (kind === "buy") {
      params.amount = deal.amount;
    } else if (deal.kind === "sell") {
      params.price = deal.price;
    }
  }
  analytics.track(event, params);
}

export const opened = () => log("Opened");
export const coded = (code: string | null) => log("Coded", { code });
export const bought = (amount: number) => log("Bought", { deal: { kind: "buy", amount } });
export const sold = () => log("Sold", { deal: { kind: "sell", price: 2 }, label: "last" });
export const either = (deal: Buy | Sell) => log("Dealt", { deal });

export function logAll(event: "Moved" | "Kept" | "Left", values?: { from?: string; to?: string }) {
  const params: Record<string, unknown> = {};
  switch (event) {
    case "Moved":
      params.to = values?.to;
    case "Kept":
      params.from = values?.from;
      break;
    default:
      params.other = true;
  }
  if (values?.from) Object.assign(params, { hasFrom: true });
  analytics.track(event, params);
}

logAll("Moved", { from: "a", to: "b" });
logAll("Kept", { from: "a" });
logAll("Left");

function spread(event: string, { code, label, plan }: { code?: string; label?: string; plan?: "free" | "paid" }) {
  analytics.track(event, {
    ...(code && { code }),
    ...(label != null ? { label } : {}),
    ...(plan === "paid" && { paid: true }),
    ...(!code ? { codeless: true } : {}),
  });
}

spread("Bare", {});
spread("Full", { code: "X", label: "Y", plan: "paid" });
spread("Free", { plan: "free" });
