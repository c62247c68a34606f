// `trackwright preview`: a message with the plan's examples, and without what may be missing.
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { project, run } from "../cli/spawn.js";

const schema = JSON.parse(readFileSync(new URL("../../schema/preview.schema.json", import.meta.url), "utf8"));
const isPreview = new Ajv({ allowUnionTypes: true }).compile(schema);

const plan = `trackwright: 1
name: shop
events:
  Order Completed:
    description: An order is paid.
    owner: checkout
    properties:
      order_id: string
      coupon?: string
      note: string | null
      items: "LineItem[]"
    examples:
      - { order_id: o-1, coupon: MAY, note: Ring twice, items: [{ sku: TEE, price: 20, image_url: "https://x.example/t.png" }, { sku: CAP, price: 5 }] }
      - { order_id: o-2, note: null, items: [{ sku: <b>, price: 1 }] }
  Signed Up: { description: A new account., owner: accounts, properties: { plan: "enum(free, team)", seats: { type: integer, minimum: 3 } } }
types:
  LineItem: { properties: { sku: string, price: number, image_url?: url } }
people: { attributes: { email?: email, first_name?: { type: string, examples: [Kim] } } }
consumers:
  Thanks: { kind: campaign, owner: lifecycle, trigger: Order Completed, templates: [tracking-plan/thanks.liquid] }
  Welcome: { kind: campaign, owner: lifecycle, trigger: Signed Up, templates: [tracking-plan/welcome.liquid] }
  Receipt: { kind: transactional, owner: checkout, trigger: { api: { properties: { total: number, code?: string } } }, templates: [tracking-plan/receipt.liquid] }
`;

function shop(template: string, name = "thanks") {
  const one = project();
  one.write("tracking-plan/plan.yaml", plan);
  one.write(`tracking-plan/${name}.liquid`, template);
  const preview = (...args: string[]) =>
    run(["preview", `tracking-plan/${name}.liquid`, ...args], { cwd: one.root });
  const json = (...args: string[]) => {
    const document = JSON.parse(preview("--format", "json", ...args).stdout);
    expect(isPreview(document), JSON.stringify(isPreview.errors)).toBe(true);
    return document;
  };
  return { ...one, preview, json };
}

const effects = (document: { absences: { path: string; effect: string }[] }): readonly string[] =>
  document.absences.map(({ path, effect }) => `${path}: ${effect}`);

test("says of an example that is not sent what is missing, and where", () => {
  const { preview } = shop(
    `Subject: Order {{ event.order_id }}
Preheader: {% if event.coupon %}With {{ event.coupon }}{% endif %}

Hi {{ customer.first_name | default: "there" }},
{% for item in event.items %}
- {{ item.sku }}: {{ item.price }} {{ item.image_url }}
{%- endfor %}
{{ event.note }}
`,
  );
  const { code, stdout, stderr } = preview();
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  // The second item of the example has no picture, and the template does not expect that.
  expect(stdout).toBe(
    `"tracking-plan/thanks.liquid", of "Thanks", with example 1 of 2 of "Order Completed", for a made-up person.

not sent  "item.image_url" is not there. (tracking-plan/thanks.liquid:6:39)
`,
  );
});

test("tells apart what reads the same, what reads differently and what is not sent", () => {
  const { json } = shop(
    `Subject: Order {{ event.order_id }}

{% if event.coupon %}With {{ event.coupon }}{% endif %}
{% if event.items[0].image_url == "nothing" %}never{% endif %}
{{ event.note }} {{ customer.first_name }}
`,
  );
  const document = json();
  expect(document).toMatchObject({
    consumer: "Thanks",
    event: "Order Completed",
    data: "example",
    example: 1,
    examples: 2,
    message: { sent: true, parts: [{ label: "Subject", text: "Order o-1" }, { label: null }] },
  });
  expect(document.message.parts[1].text).toBe("With MAY\n\nRing twice Kim\n");
  expect(effects(document)).toEqual([
    "event.coupon: changed",
    "event.items[].image_url: none",
    "event.note: changed",
    "customer.first_name: not sent",
  ]);
  // Null is shown as nothing; what is not there at all keeps the message from being sent.
  expect(document.absences[2].as).toBe("null");
  expect(document.absences[3]).toMatchObject({
    as: "absent",
    message: '"customer.first_name" is not there.',
    at: { file: "tracking-plan/thanks.liquid", line: 5, column: 21 },
  });
});

test("shows the message as people read it", () => {
  const { preview } = shop(
    "Subject: {{ event.order_id }}\n\n{{ event.coupon }} for {{ customer.first_name }}\n",
  );
  expect(preview()).toEqual({
    code: 0,
    stderr: "",
    stdout: `"tracking-plan/thanks.liquid", of "Thanks", with example 1 of 2 of "Order Completed", for a made-up person.

Subject: o-1

MAY for Kim

Without what may be missing:
  event.coupon         not sent  "event.coupon" is not there. (tracking-plan/thanks.liquid:3:4)
  customer.first_name  not sent  "customer.first_name" is not there. (tracking-plan/thanks.liquid:3:27)
`,
  });
});

test("takes another example, in which a value is null", () => {
  const { json, preview } = shop("{{ event.order_id }} {{ event.note | default: 'no note' }}");
  expect(json("--example", "2").message.parts).toEqual([{ label: null, text: "o-2 no note" }]);
  expect(preview("--example", "3").stderr).toBe(
    'trackwright: "Order Completed" has no example 3: it has 2\n',
  );
  expect(preview("--example", "zero").stderr).toContain("--example counts from 1");
});

test("makes data up by the types where there is no example", () => {
  const { json } = shop("{{ event.plan }} {{ event.seats }} {{ customer.email }}", "welcome");
  expect(json()).toMatchObject({ data: "made up", example: null, examples: 0 });
  expect(json().message.parts).toEqual([{ label: null, text: "free 3 kim@example.com" }]);
});

test("renders what an API call starts", () => {
  const { json } = shop("{{ trigger.total }} {{ trigger.code }}", "receipt");
  expect(json().message.parts).toEqual([{ label: null, text: "2 code" }]);
  expect(effects(json())).toEqual(["trigger.code: not sent"]);
});

test("takes any event for a template that no consumer names", () => {
  const { json, preview } = shop("{{ event.order_id }}", "loose");
  expect(json("--event", "Order Completed")).toMatchObject({ consumer: null, message: { sent: true } });
  // Without an event, its properties are empty, and the message is sent all the same.
  expect(json().message).toEqual({ sent: true, parts: [{ label: null, text: "" }] });
  expect(preview("--event", "Order Complete").stderr).toContain('Did you mean "Order Completed"?');
});

describe("what Customer.io adds", () => {
  test("tags stand for themselves, filters that don't show in a preview change nothing", () => {
    const { json } = shop(
      `{% unsubscribe_url %} {{ event.order_id | md5 }} {{ 5 | currency }} {{ nobody }}|{{ nobody.knows }}|`,
    );
    expect(json().message.parts[0].text).toBe("[unsubscribe_url] o-1 5 ||");
  });

  test("snippets are rendered with the same data", () => {
    const one = shop(`Hi{{ snippets["footer"] }}`);
    one.write(
      "tracking-plan/consumers/snippet-footer.json",
      '{"trackwright": 1, "kind": "snippet", "name": "footer", "template": "templates/footer.liquid"}',
    );
    one.write(
      "tracking-plan/consumers/templates/footer.liquid",
      " from {{ event.order_id }}, {{ event.coupon }}\n",
    );
    expect(one.json().message.parts[0].text).toBe("Hi from o-1, MAY");
    expect(effects(one.json())).toEqual(["event.coupon: not sent"]);
  });
});

test("reads no file, runs no code and comes to an end, whatever a template says", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["{% include 'plan.yaml' %}", /does not render/],
    ["{% render '/etc/passwd' %}", /does not render/],
    ["{{ event.constructor.constructor }}{{ event.__proto__ }}", /is not there/],
    ["{% for i in (1..100000000) %}{% for j in (1..100000000) %}x{% endfor %}{% endfor %}", /limit/],
    ["{% if event.order_id %}", /does not render/],
    ["{% bogus %}", /does not render/],
  ];
  for (const [template, message] of cases) {
    const { code, stdout } = shop(template).preview();
    expect(code).toBe(1);
    expect(stdout).toMatch(message);
    expect(stdout).not.toContain("root:");
  }
});

test("writes a page on which the message can do nothing", () => {
  const one = shop(
    `Subject: <script>alert(1)</script> {{ event.order_id }}\n\n<p onclick="x">{{ event.items[0].sku }}</p><script>alert(2)</script>`,
  );
  const { code, stdout } = one.preview("--example", "2", "--format", "html", "--output", "out.html");
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  const page = one.read("out.html");
  expect(page).toContain("<dt>Subject</dt><dd>&lt;script&gt;alert(1)&lt;/script&gt; o-2</dd>");
  expect(page).toContain(
    '<iframe sandbox title="The message" srcdoc="&lt;p onclick=&quot;x&quot;&gt;&lt;b&gt;',
  );
  expect(page).not.toContain("<script>");
  expect(one.preview("--format", "sarif").stderr).toContain("Take text, json, markdown or html here");
  expect(one.run("lint --format html").stderr).toContain(
    '"html" is a format for `trackwright preview` alone',
  );
});

test("finds a template by its consumer, and says what there is where it can't", () => {
  const one = shop("{{ event.order_id }}");
  const preview = (name: string) => run(["preview", name], { cwd: one.root });
  expect(preview("Thanks").stdout).toContain("o-1");
  expect(preview("Thnaks").stderr).toBe(
    'trackwright: there is no template "Thnaks". Did you mean "Thanks"?\n',
  );
  expect(preview("Welcome").stderr).toContain(
    'the template "tracking-plan/welcome.liquid" can\'t be read: there is no such file',
  );
  expect(preview("/etc/hostname").stderr).toContain("lies outside of the project");
});
