import { add } from "our-store/analytics";

type Action = { type: string; payload: { kind: string; failed?: boolean } };

// What is told of an action may be a function of it: what that gives is the name.
function told(type: string, name: string | ((action: Action) => string)): void {
  add(type, name);
}

const ofKind = (name: string, kind: string) => `${name} ${kind}`;

told("ALLOW", () => "Cart Allowed");
told("BUY", ({ payload }) => ofKind("Cart Bought", payload.kind));
told("SEND", ({ payload }) => (payload.failed ? "Order Failed" : "Order Dropped"));
told("READ", ({ type }) => type);
