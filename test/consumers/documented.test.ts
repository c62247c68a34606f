// The shapes that Customer.io's reference documents are understood, each and every one.
import { describe, expect, test } from "vitest";
import { project, type Ran, runBeside } from "../cli/spawn.js";
import { fakeAppApi } from "../support/app-api.js";
import { documentedWorkspace } from "../support/documented-workspace.js";

const plan = `trackwright: 1
name: roastery
events:
  Beans Sent:
    description: A parcel of beans leaves the roastery.
    properties: { bean: string, batch_id: string, roasted_on: string }
`;

type Facts = { readonly [key: string]: unknown };

/** A project that the documented workspace was pulled into, and what `lint` says of it. */
async function roastery() {
  const shop = project();
  shop.write("tracking-plan/plan.yaml", plan);
  const api = await fakeAppApi(documentedWorkspace());
  const run = (command: string): Promise<Ran> =>
    runBeside(command.split(" "), { cwd: shop.root, env: api.env });
  const pulled = await run("consumers pull");
  const files = shop.tree("tracking-plan/consumers");
  return {
    pulled,
    run,
    files,
    facts: (path: string): Facts => JSON.parse(files[path] ?? "null"),
    template: (path: string): string | undefined => files[`templates/${path}.liquid`],
  };
}

describe("what the reference names", () => {
  test("is read whole, and all that is not told is said", async () => {
    const { pulled, files, facts } = await roastery();
    expect(pulled.code).toBe(0);
    expect(pulled.stdout).toContain(
      "Read 1 broadcast, 8 campaigns, 1 newsletter, 2 segments, 1 snippet and 1 transactional message",
    );
    const unknown = Object.keys(files)
      .filter((path) => path.endsWith(".json") && "unknown" in facts(path))
      .map((path) => [path, facts(path).unknown]);
    expect(unknown).toEqual([
      [
        "campaign-44-cafe-joined.json",
        ['The API does not tell what starts this campaign, which is of the type "object".'],
      ],
      [
        "campaign-45-from-the-till.json",
        ['The API does not tell what starts this campaign, which is of the type "webhook".'],
      ],
      ["campaign-48-cafe-left.json", ["The API does not tell what starts this campaign."]],
      ["segment-71-members.json", ["The API does not tell the conditions of this segment."]],
    ]);
  });

  test("of a campaign is what starts it, whom it is for, and whether it runs", async () => {
    const { facts } = await roastery();
    expect(facts("campaign-41-beans-sent.json")).toMatchObject({
      kind: "campaign",
      id: "41",
      state: "active",
      triggers: [{ event: "Beans Sent" }],
      filters: [{ segment: "Members", id: "71" }],
    });
    expect(facts("campaign-42-new-members.json")).toMatchObject({
      triggers: [
        { segment: "Members", id: "71" },
        { segment: "Friends", id: "72" },
      ],
    });
    expect(facts("campaign-43-renewal.json")).toMatchObject({ triggers: [{ date: "renews_at" }] });
    expect(facts("campaign-46-not-yet.json").state).toBe("draft");
    expect(facts("campaign-47-no-more.json").state).toBe("stopped");
  });

  test("of a step is all of its Liquid, wherever it stands, and no address", async () => {
    const { files, facts, template } = await roastery();
    expect(template("campaign-41-beans-sent/411-step-411")).toBe(
      "Subject: Your beans, {{ customer.first_name }}\nPreheader: Roasted on {{ event.roasted_on }}\n" +
        "Headers: {{event.batch_id}}\n\n<p>{{ event.bean }} is on its way.</p>\n",
    );
    expect(template("campaign-41-beans-sent/412-step-412")).toBe(
      "Image-url: {{ event.bean }}\n\n{{ event.bean }}!\n",
    );
    expect(template("campaign-41-beans-sent/413-step-413")).toBe(
      'URL: {{ event.batch_id }}\n\n{"bean": "{{ event.bean }}"}\n',
    );
    expect(facts("campaign-41-beans-sent.json").messages).toMatchObject(
      ["email", "twilio", "webhook", "push", "slack", "in_app", "whatsapp"].map((type) => ({ type })),
    );
    expect(Object.values(files).join("\n")).not.toMatch(/@roastery|\+1555/);
  });

  test("of languages, broadcasts, newsletters, receipts and snippets", async () => {
    const { facts, template } = await roastery();
    expect(facts("campaign-43-renewal.json").messages).toMatchObject([{ language: "de" }]);
    expect(facts("newsletter-61-spring-menu.json")).toMatchObject({
      state: "stopped",
      triggers: [{ segment: "Members" }],
      messages: [{ id: "611" }, { id: "612", language: "fr" }],
    });
    expect(template("broadcast-51-harvest/511-step-511")).toMatch(/\{\{ trigger\.farm \}\}\n$/);
    expect(template("transactional-81-receipt/811-step-811")).toMatch(/\{\{ trigger\.order_id \}\}\n$/);
    expect(template("snippet-address")).toBe("{{ customer.city }}, by the river\n");
  });

  test("is held to the plan: only what a message is not given is wrong", async () => {
    const { run } = await roastery();
    const lint = await run("lint --only consumers --format json --fail-on never");
    const { findings } = JSON.parse(lint.stdout) as {
      findings: readonly { rule: string; file: string; message: string }[];
    };
    const wrong = findings.filter(
      ({ rule }) => rule !== "consumer-not-understood" && rule !== "unheard-event",
    );
    expect([...new Set(wrong.map(({ rule }) => rule))]).toEqual(["wrong-namespace"]);
    for (const { file } of wrong)
      expect(file).toMatch(/campaign-4[23]|broadcast-51|transactional-81|newsletter-61/);
  });
});
