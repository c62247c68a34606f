// One mistake in code for each rule of the code, made in a copy of the store's project.
import type { Edit, Mistake } from "./store-mistakes.js";

/** A file of the storefront with a call or two beside the emitters. */
const file = (name: string, append: string): Edit => ({ file: `web/${name}.ts`, append });
const gifts = (entry: string): Edit => ({
  file: "tracking-plan/events/gifts.yaml",
  append: `events:\n  Viewed Gift:\n    description: A gift is shown.\n    source: storefront\n    ${entry}\n`,
});
const survey = (properties: string): string => `analytics.track("Answered Survey", { ${properties} });\n`;
const trackClient =
  'import { TrackClient } from "customerio-node";\nconst cio = new TrackClient(siteId, apiKey);\n';
const nodeClient =
  'import { Analytics } from "@customerio/cdp-analytics-node";\nconst client = new Analytics({ writeKey });\n';

export const codeMistakes: readonly Mistake[] = [
  {
    rule: "attribute-type-mismatch",
    edit: file("type-of-attribute", "analytics.identify(id, { email: 5 });\n"),
    at: "5",
  },
  {
    rule: "client-timestamp",
    edit: file("clock", 'analytics.track("Answered Survey", survey, { timestamp: new Date() });\n'),
    at: "new Date()",
  },
  {
    rule: "deprecated-event",
    edit: file("deprecated", 'analytics.track("Viewed Gift", gift);\n'),
    and: gifts("deprecated: { since: 1.6.0, replaced_by: Viewed Product }"),
    at: '"Viewed Gift"',
    alone: "the event has one status",
  },
  {
    rule: "dynamic-event-name",
    edit: file("dynamic", "analytics.track(document.title);\n"),
    at: "document.title",
  },
  {
    rule: "email-as-id",
    edit: file("email", "analytics.identify(user.email);\n"),
    at: "user.email",
  },
  {
    rule: "missing-event-id",
    edit: file("event-id", `${trackClient}cio.track(id, { name: "Started Checkout", data });\n`),
    at: '"Started Checkout"',
  },
  {
    rule: "missing-identity",
    edit: file("nobody", `${nodeClient}client.track({ event: "Answered Survey", properties });\n`),
    at: '"Answered Survey"',
  },
  {
    rule: "missing-property",
    edit: file("missing", survey('survey_id: "a", page_path: "/survey"')),
    at: '"Answered Survey"',
  },
  {
    rule: "misspelled-event",
    edit: file("misspelled", 'analytics.track("checkout_started", checkout);\n'),
    at: '"checkout_started"',
  },
  {
    rule: "misspelled-property",
    edit: file("key", survey('surveyId: "a", score: 9, page_path: "/survey"')),
    at: "surveyId",
  },
  {
    rule: "non-unix-timestamp",
    edit: file(
      "milliseconds",
      `${trackClient}cio.track(id, { name: "Answered Survey", timestamp: Date.now(), data });\n`,
    ),
    at: "Date.now()",
  },
  {
    rule: "planned-event-emitted",
    edit: file("planned", 'analytics.track("Chose Delivery Option", option);\n'),
    at: '"Chose Delivery Option"',
  },
  {
    rule: "property-type-mismatch",
    edit: file("type", survey('survey_id: "a", score: String(score), page_path: "/survey"')),
    at: "String(score)",
  },
  {
    rule: "raw-emit",
    edit: file("raw", survey('survey_id: "a", score: 9, page_path: "/survey"')),
    and: { file: "tracking-plan/plan.yaml", append: "rules:\n  raw-emit: warning\n" },
    at: '"Answered Survey"',
    alone: "the mistakes of other rules are calls by hand, too",
  },
  {
    rule: "retired-event",
    edit: file("retired", 'analytics.track("Viewed Gift", gift);\n'),
    and: gifts("status: retired"),
    at: '"Viewed Gift"',
    alone: "the event has one status",
  },
  {
    rule: "reused-event-id",
    edit: file(
      "reused",
      `${trackClient}cio.track(user.id, { name: "Answered Survey", id: user.id, data });\n`,
    ),
    at: "user.id",
  },
  {
    rule: "source-without-code",
    edit: {
      file: "tracking-plan/plan.yaml",
      find: "sources:\n",
      text: 'sources:\n  kiosk: { kind: browser, language: typescript, paths: ["kiosk/**/*.ts"] }\n',
    },
    at: '"kiosk/**/*.ts"',
  },
  {
    rule: "unimplemented-event",
    edit: gifts("owner: storefront"),
    at: "Viewed Gift",
    alone: "a call with a name that is not known may be of any event",
  },
  {
    rule: "unknown-attribute",
    edit: file("attribute", "analytics.identify(id, { shoe_size: 42 });\n"),
    at: "shoe_size",
  },
  {
    rule: "unknown-event",
    edit: file("unknown", 'analytics.track("Exploded Cart", cart);\n'),
    at: '"Exploded Cart"',
  },
  {
    rule: "unknown-property",
    edit: file("unplanned", survey('survey_id: "a", score: 9, page_path: "/survey", comment: text')),
    at: "comment",
  },
  {
    rule: "unreadable-code",
    edit: file("broken", 'analytics.track("Answered Survey" "again");\n'),
    at: '"again"',
  },
  {
    rule: "unverified-call",
    edit: file("unverified", 'export function open(analytics) {\n  analytics.track("Ping");\n}\n'),
    at: '"Ping"',
  },
  {
    rule: "wrong-source",
    edit: file("source", 'analytics.track("Order Shipped", order);\n'),
    at: '"Order Shipped"',
  },
];
