// The mirror `consumers` on the command line: what it prints of templates, and that it looks again where one changed.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { run } from "../cli/spawn.js";

const plan = `trackwright: 1
name: acme-store
owners: [shop@acme.example]
events:
  Order Completed:
    description: An order is paid.
    owner: shop
    idempotency_key: order_id
    timestamp: now
    properties:
      order_id: { type: string, description: The number on the invoice. }
      coupon?: { type: string, description: The code. }
sources: { backend: { kind: server } }
consumers:
  Thanks:
    kind: campaign
    description: One letter after each order.
    owner: shop
    trigger: Order Completed
    templates: [tracking-plan/templates/thanks.liquid]
`.replace("    timestamp: now", "    source: backend\n    timestamp: now");
const template = "tracking-plan/templates/thanks.liquid";
const right = "Thank you for {{ event.order_id }}.\n";

function project(): string {
  const root = mkdtempSync(join(tmpdir(), "trackwright-consumers-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  put(root, "tracking-plan/plan.yaml", plan);
  put(root, template, right);
  return root;
}

function put(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), "utf8");
}

test("a clean result is not repeated where a template changed", () => {
  const root = project();
  const args = ["lint", "--only", "plan,consumers"];
  for (let time = 0; time < 2; time++) expect(run(args, { cwd: root })).toMatchObject({ code: 0 });
  put(root, template, "Thank you for {{ event.oder_id }}.\n");
  const wrong = run(args, { cwd: root });
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toContain(
    'the event "Order Completed" has no property "oder_id". Did you mean "order_id"?',
  );
  put(root, template, right);
  expect(run(args, { cwd: root })).toMatchObject({ code: 0 });
  rmSync(join(root, template));
  expect(run(args, { cwd: root }).stdout).toContain("can't be read: there is no such file.");
});

test("a finding points into the template, in code frames and in JSON", () => {
  const root = project();
  put(root, template, "Hello,\r\n🎉 {{ event.coupon }}\r\n");
  const text = run(["lint", "--only", "consumers"], { cwd: root }).stdout;
  expect(text).toContain(`${template}:2:7`);
  expect(text).toContain("2 │ 🎉 {{ event.coupon }}");
  const { findings } = JSON.parse(
    run(["lint", "--only", "consumers", "--format", "json"], { cwd: root }).stdout,
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    rule: "unguarded-optional",
    mirror: "consumers",
    file: template,
    line: 2,
    column: 7,
    endLine: 2,
    endColumn: 19,
    event: "Order Completed",
    property: "coupon",
  });
});

test("a mend of a template is offered", () => {
  const root = project();
  put(root, template, "{% if event.coupon %}{% else if event.order_id %}{% endif %}\n");
  const { findings } = JSON.parse(
    run(["lint", "--only", "consumers", "--format", "json"], { cwd: root }).stdout,
  );
  expect(findings[0].fixes[0].edits).toEqual([
    { file: template, line: 1, column: 25, endLine: 1, endColumn: 32, text: "elsif" },
  ]);
});

test("without templates, and without the engine that reads them, conditions are judged all the same", () => {
  const root = project();
  put(
    root,
    "tracking-plan/plan.yaml",
    plan.replace(/ {4}templates: .*\n/, '    conditions: ["event.coupon = 5"]\n'),
  );
  const { code, stdout } = run(["lint", "--only", "consumers"], { cwd: root });
  expect(code).toBe(1);
  expect(stdout).toContain("condition-type-mismatch");
});

test("explain shows what the rule says of its example", () => {
  const { code, stdout } = run(["explain", "unguarded-optional"], { cwd: project() });
  expect(code).toBe(0);
  expect(stdout).toContain(
    '"Thanks" uses "event.coupon", and it may be missing: the message is not sent then.',
  );
});

test("a wrong name in a written consumer is told once, as what it is, beside what else is wrong", () => {
  const root = project();
  const wrong = plan
    .replace("trigger: Order Completed", "trigger: order_completed")
    .replace("type: string, description: The code.", "type: strng, description: The code.")
    .concat(
      "  Receipt: { kind: campaign, description: A receipt., owner: shop, exits_on: [Order Refunded] }\n",
    );
  put(root, "tracking-plan/plan.yaml", wrong);
  const { code, stdout } = run(["lint", "--format", "json"], { cwd: root });
  expect(code).toBe(1);
  const { findings } = JSON.parse(stdout);
  expect(
    findings.map(({ rule, mirror, event, message }: Record<string, string>) => [
      rule,
      mirror,
      event,
      message,
    ]),
  ).toEqual([
    ["unknown-reference", "plan", null, 'There is no type "strng". Did you mean "string"?'],
    [
      "consumer-misspelled-event",
      "consumers",
      "Order Completed",
      '"Thanks" is started by "order_completed", which is not in the plan. Did you mean "Order Completed"?',
    ],
    [
      "consumer-unknown-event",
      "consumers",
      "Order Refunded",
      '"Receipt" stops on "Order Refunded", which is not in the plan.',
    ],
  ]);
  expect(findings[1].fixes[0].edits[0]).toMatchObject({ text: "Order Completed" });
  // What is compiled lists who listens: it is not compiled with a name that is nowhere.
  put(
    root,
    "tracking-plan/plan.yaml",
    `${plan.replace("trigger: Order", "trigger: Odrer")}generate: { markdown: docs }\n`,
  );
  const build = run(["build"], { cwd: root });
  expect(build.code).toBe(1);
  expect(build.stdout).toContain('"Thanks" names the event "Odrer Completed", which is not in the plan.');
});

test("an event that the only one to listen misspells is told as misspelled alone", () => {
  const root = project();
  put(root, "tracking-plan/plan.yaml", plan.slice(0, plan.indexOf("consumers:")));
  const campaign = { trackwright: 1, kind: "campaign", id: "5", name: "Thanks", state: "active" };
  const pulled = { ...campaign, triggers: [{ event: "order_completed" }] };
  put(root, "tracking-plan/consumers/campaign-5-thanks.json", JSON.stringify(pulled));
  const { stdout } = run(["lint", "--only", "plan,consumers", "--format", "concise"], { cwd: root });
  expect(stdout.match(/^tracking-plan.*$/gm)).toEqual([
    expect.stringContaining("error consumer-misspelled-event"),
  ]);
});

test("a campaign on an event that no code sends is told where the code is known whole", () => {
  const root = project();
  const browser = `{ kind: browser, language: typescript, paths: ["web/**"] }`;
  put(root, "tracking-plan/plan.yaml", plan.replace("{ kind: server }", browser));
  put(root, "web/cart.ts", "console.log(1);\n");
  const only = (mirrors: string) =>
    run(["lint", "--only", mirrors, "--format", "concise"], { cwd: root }).stdout.match(
      /^(?:tracking|web).*$/gm,
    );
  expect(only("code,consumers")).toEqual([
    expect.stringContaining(
      'error untriggerable "Thanks" is started by "Order Completed", which is sent nowhere in the code of "backend", of which 1 file was looked at.',
    ),
  ]);
  expect(only("consumers")).toBeNull();
  expect(only("code")).toEqual([expect.stringContaining("warning unimplemented-event")]);
  put(root, "web/cart.ts", "analytics.track(someName);\n");
  expect(only("code,consumers")).toEqual([expect.stringContaining("dynamic-event-name")]);
});

describe("--fix mends templates", () => {
  const broken = "Hi {{ customer.firstName }}, your {{ event.orderId }} or {{ event.order_idd }}\n";
  const people = "people: { attributes: { first_name: { type: string, pii: true, description: A. } } }\n";
  const fix = (root: string, ...more: readonly string[]) =>
    run(["lint", "--only", "consumers", "--fix", "--format", "concise", ...more], { cwd: root });

  test("where nothing else can have been meant", () => {
    const root = project();
    put(root, "tracking-plan/plan.yaml", plan + people);
    put(root, template, broken);
    const shown = fix(root, "--dry-run");
    expect(shown.stdout).toContain("+Hi {{ customer.first_name }}, your {{ event.order_id }} or");
    expect(read(root, template)).toBe(broken);
    const { code, stdout, stderr } = fix(root);
    expect(stderr).toContain("Mended 2 findings in 1 file of templates");
    expect(read(root, template)).toBe(
      "Hi {{ customer.first_name }}, your {{ event.order_id }} or {{ event.order_idd }}\n",
    );
    expect([code, stdout.match(/consumer-unknown-\w+/g)]).toEqual([1, ["consumer-unknown-property"]]);
    // A guess is made for who asks for it.
    expect(fix(root, "--unsafe", "consumer-unknown-property").code).toBe(0);
    expect(read(root, template)).toContain("or {{ event.order_id }}");
  });

  test("but not where the text is sent for another event too", () => {
    const root = project();
    const other = `  Welcome: { kind: campaign, owner: shop, description: A., trigger: Signed Up, templates: [${template}] }\n`;
    const signedUp =
      "  Signed Up: { description: A., owner: shop, properties: { orderId: string } }\nsources:";
    put(root, "tracking-plan/plan.yaml", plan.replace("sources:", signedUp).concat(other));
    put(root, template, "{{ event.orderId }}\n");
    expect(fix(root).stdout).toContain("consumer-unknown-property");
    expect(read(root, template)).toBe("{{ event.orderId }}\n");
  });

  test("and never one that was pulled: there it says where to mend it", () => {
    const root = project();
    put(root, "tracking-plan/plan.yaml", plan);
    const message = {
      id: "96",
      name: "Opening",
      type: "email",
      templates: ["templates/5/96-opening.liquid"],
    };
    const campaign = { trackwright: 1, kind: "campaign", id: "5", name: "Receipt", state: "active" };
    const pulled = { ...campaign, triggers: [{ event: "Order Completed" }], messages: [message] };
    put(root, "tracking-plan/consumers/campaign-5-receipt.json", JSON.stringify(pulled));
    const path = "tracking-plan/consumers/templates/5/96-opening.liquid";
    put(root, path, "{{ event.orderId }}\n");
    fix(root, "--unsafe", "consumer-unknown-property");
    expect(read(root, path)).toBe("{{ event.orderId }}\n");
    const { stdout } = run(["lint", "--only", "consumers", "--format", "json"], { cwd: root });
    const found = JSON.parse(stdout).findings.filter(({ file }: { file: string }) => file === path);
    expect(found).toMatchObject([
      {
        rule: "consumer-unknown-property",
        fixes: [],
        help: 'Change the message "Opening" (96) of the campaign "Receipt" (5) in Customer.io, and pull again.',
      },
    ]);
  });
});
