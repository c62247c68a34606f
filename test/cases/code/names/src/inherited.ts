// What an instance is made with says more than the types of its fields, also where super hands it on.
import { AnalyticsBrowser } from "@segment/analytics-next";
const analytics = AnalyticsBrowser.load({ writeKey: "x" });
type Scope = "TEAM" | "ORG" | "PUBLIC";
class Base {
  name: string;
  scope: Scope;
  properties: object;
  constructor(name: string, properties: { n: number; scope?: Scope }) { this.name = name; this.properties = properties; this.scope = properties.scope || "TEAM"; }
}
class A extends Base { constructor(n: number) { super("A Sent", { n }); } }
class B extends Base { constructor(n: number, scope: Scope) { super("B Sent", { n, scope }); } }
class C extends B { constructor() { super(3, "ORG"); } }
export function send(e: Base) { analytics.track(e.name, { ...e.properties, scope: e.scope }); }
send(new A(1)); send(new B(2, "PUBLIC")); send(new C()); send(new Base("D Sent", { n: 4 }));
