// The options of the target, and the findings that only it can make.
import { describe, expect, it } from "vitest";
import { typescript } from "../../../src/generators/typescript/index.js";
import { event, located, namedType, plan, property, source, type } from "../../support/plan-builder.js";
import { shop } from "./sample-plans.js";
import { compile, generate, resolutions, scratchFolder, write } from "./workshop.js";

const textOf = (files: ReturnType<typeof generate>, path: string) =>
  files.find((file) => file.path === path)?.content;

describe("extension", () => {
  it.each([
    ["js", './events/order-completed.js"'],
    ["ts", './events/order-completed.ts"'],
    ["none", './events/order-completed"'],
  ])("%s ends imports", (extension, expected) => {
    const files = generate(shop, { extension });
    expect(textOf(files, "index.ts")).toContain(expected);
    const folder = scratchFolder();
    write(folder, files);
    expect(compile(folder, "typescript", { ...resolutions.bundler, allowImportingTsExtensions: true })).toBe(
      "",
    );
  });
});

describe("source", () => {
  it("leaves what another source sends", () => {
    const files = generate(shop, { source: "storefront" });
    expect(textOf(files, "events/order-completed.ts")).toBeUndefined();
    const signedUp = textOf(files, "events/signed-up.ts");
    expect(signedUp).toContain("page_path: string;");
    expect(signedUp).not.toContain("request_id");
    expect(textOf(files, "validators/events/signed-up.ts")).not.toContain("request_id");
    // An event that says nothing of sources belongs to all of them.
    expect(textOf(files, "events/viewed-product.ts")).toBeDefined();
  });

  it("is a finding where the plan has no such source, at the option's place", () => {
    const span = { file: "tracking-plan/plan.yaml", start: 40, end: 47 };
    const target = {
      name: located("typescript"),
      out: located("generated/typescript"),
      options: [{ name: located("source"), value: located("backnd", span) }],
    };
    const { diagnostics } = typescript.generate(plan({ sources: [source("backend")], targets: [target] }), {
      source: "backnd",
    });
    expect(diagnostics).toMatchObject([{ rule: "unknown-source", severity: "error", span }]);
    expect(diagnostics[0]?.help).toContain('"backend"');
  });
});

it("leaves the validators out on demand", () => {
  const paths = generate(shop, { validators: false }).map(({ path }) => path);
  expect(paths.filter((path) => path.startsWith("validators/"))).toEqual([]);
});

describe("names that become one", () => {
  const at = (start: number) => ({ file: "tracking-plan/events.yaml", start, end: start + 5 });
  const place = (name: string, start: number) => ({ name: located(name, at(start)) });

  it("are findings, and the output without the later one compiles", () => {
    const colliding = plan({
      types: [
        { ...namedType("OrderPaid", type.object([property("x", type.string())])), ...place("OrderPaid", 50) },
        { ...namedType("Tracker", type.string()), ...place("Tracker", 60) },
      ],
      events: [
        { ...event("order paid", [property("a", type.ref("OrderPaid"))]), ...place("order paid", 30) },
        { ...event("Order Paid", [property("b", type.string())]), ...place("Order Paid", 10) },
        { ...event("Uses It", [property("a", type.ref("OrderPaid"))]), ...place("Uses It", 70) },
      ],
    });
    const { files, diagnostics } = typescript.generate(colliding, {});
    expect(diagnostics.map(({ rule, message, span, related }) => ({ rule, message, span, related }))).toEqual(
      [
        {
          rule: "identifier-collision",
          message:
            'The event "order paid" becomes the identifier "orderPaid" in the target "typescript", as the event "Order Paid" does.',
          span: at(30),
          related: [{ message: 'the event "Order Paid" is here', span: at(10) }],
        },
        {
          rule: "identifier-collision",
          message:
            'The type "OrderPaid" becomes the identifier "OrderPaid" in the target "typescript", as the event "Order Paid" does.',
          span: at(50),
          related: [{ message: 'the event "Order Paid" is here', span: at(10) }],
        },
      ],
    );
    expect(textOf(files, "events/order-paid.ts")).toContain("b: string;");
    const folder = scratchFolder();
    write(folder, files);
    expect(compile(folder, "typescript")).toBe("");
  });
});

describe("a plan with nothing in it", () => {
  it("is valid output all the same", () => {
    const folder = scratchFolder();
    write(folder, generate(plan()));
    expect(compile(folder, "typescript")).toBe("");
  });
});
