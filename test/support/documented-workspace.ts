// A workspace in the shapes that Customer.io's reference of its App API documents: every field that it names, with
// values of our own. What the reference does not tell (the conditions of a segment) is not in it; the type of a
// campaign's trigger is on its way out of the API, so that some campaigns have none.
import type { FakeWorkspace } from "./app-api.js";

const times = { created: 1767225600, updated: 1769904000 };

/** What each message of a workflow has; what only some have is added by its kind. */
function action(id: number, type: string, extra: { readonly [field: string]: unknown }) {
  return {
    id: String(id),
    deduplicate_id: `${id}:1769904000`,
    name: `Step ${id}`,
    layout: "",
    ...times,
    body: "",
    type,
    sending_state: "automatic",
    language: "",
    ...extra,
  };
}

const sender = {
  from: "Roastery <hello@roastery.example>",
  from_id: 3,
  reply_to: "hello@roastery.example",
  reply_to_id: 3,
};

const email = {
  ...sender,
  preprocessor: "premailer",
  recipient: "{{customer.email}}",
  subject: "Your beans, {{ customer.first_name }}",
  bcc: "",
  fake_bcc: true,
  preheader_text: "Roasted on {{ event.roasted_on }}",
  headers: '[{"name":"X-Batch","value":"{{event.batch_id}}"}]',
  body_amp: "",
  body: "<p>{{ event.bean }} is on its way.</p>",
};

/** What every campaign has. */
const campaign = (id: number, name: string) => ({
  id,
  deduplicate_id: `${id}:1769904000`,
  name,
  ...times,
  active: true,
  state: "running",
  actions: [{ id: `${id}1`, type: "email" }],
  first_started: 1767312000,
  tags: ["beans"],
  msg_templates: [{ id: id * 10, type: "email" }],
});

export function documentedWorkspace(): FakeWorkspace {
  return {
    campaigns: [
      {
        ...campaign(41, "Beans sent"),
        type: "event",
        event_name: "Beans Sent",
        filter_segment_ids: [71],
        trigger_segment_ids: null,
      },
      {
        ...campaign(42, "New members"),
        type: "segment",
        trigger_segment_ids: [71, 72],
        filter_segment_ids: [],
      },
      {
        ...campaign(43, "Renewal"),
        type: "date",
        date_attribute: "renews_at",
        frequency: "yearly",
        timezone: "Europe/Berlin",
        use_customer_timezone: false,
        start_hour: 9,
        start_minutes: 30,
      },
      {
        ...campaign(44, "Café joined"),
        type: "object",
        object_type_id: 1,
        filter_object_attributes: null,
        filter_relationship_attributes: null,
        audience: { type: "all" },
        object_attribute_triggers: null,
        relationship_attribute_triggers: null,
      },
      { ...campaign(45, "From the till"), type: "webhook", webhook_id: 8 },
      { ...campaign(48, "Café left"), object_type_id: 1, object_attribute_triggers: null },
      { ...campaign(46, "Not yet"), active: false, state: "draft", event_name: "Beans Sent" },
      { ...campaign(47, "No more"), active: false, state: "stopped", event_name: "Beans Sent" },
    ],
    broadcasts: [
      {
        id: 51,
        deduplicate_id: "51:1769904000",
        name: "Harvest",
        type: "triggered_broadcast",
        ...times,
        active: true,
        state: "running",
        actions: [{ id: 511, type: "email" }],
        msg_template_ids: [510],
        first_started: 1767312000,
        tags: null,
      },
    ],
    newsletters: [
      {
        id: 61,
        deduplicate_id: "61:1769904000",
        content_ids: [611, 612],
        name: "Spring menu",
        ...times,
        sent_at: 1767398400,
        type: "email",
        tags: ["menu"],
        recipient_segment_ids: [71],
        subscription_topic_id: 2,
      },
    ],
    transactional: [
      {
        id: 81,
        name: "Receipt",
        description: "Sent with each order.",
        send_to_unsubscribed: true,
        link_tracking: true,
        open_tracking: false,
        hide_message_body: false,
        queue_drafts: false,
        created_at: 1767225600,
        updated_at: 1769904000,
      },
    ],
    segments: [
      {
        id: 71,
        deduplicate_id: "71:1769904000",
        name: "Members",
        description: "People with a subscription.",
        state: "finished",
        progress: null,
        type: "dynamic",
        tags: null,
      },
      {
        id: 72,
        deduplicate_id: "72:1",
        name: "Friends",
        description: "",
        state: "build",
        progress: 40,
        type: "manual",
      },
    ],
    snippets: [{ updated_at: 1769904000, name: "address", value: "{{ customer.city }}, by the river" }],
    inside: {
      "campaigns/41": [
        action(411, "email", { ...email, campaign_id: 41, parent_action_id: 9 }),
        action(412, "twilio", {
          campaign_id: 41,
          body: "{{ event.bean }}!",
          from: "+15550100",
          recipient: "",
          image_url: "https://cdn.roastery.example/{{ event.bean }}.png",
        }),
        action(413, "webhook", {
          campaign_id: 41,
          url: "https://till.roastery.example/{{ event.batch_id }}",
          method: "POST",
          headers: { "Content-Type": "application/json" },
          body: '{"bean": "{{ event.bean }}"}',
        }),
        action(414, "push", { campaign_id: 41, body: "{{ event.bean }} is here" }),
        action(415, "slack", { campaign_id: 41, body: "Sent {{ event.batch_id }}" }),
        action(416, "in_app", { campaign_id: 41, body: "{{ event.bean }}" }),
        action(417, "whatsapp", { campaign_id: 41, body: "{{ event.bean }}" }),
      ],
      "campaigns/42": [action(421, "email", { ...email, campaign_id: 42, headers: {}, preheader_text: "" })],
      "campaigns/43": [action(431, "email", { ...email, campaign_id: 43, language: "de" })],
      "campaigns/44": [],
      "campaigns/45": [],
      "campaigns/46": [],
      "campaigns/47": [],
      "campaigns/48": [],
      "broadcasts/51": [
        action(511, "email", { ...email, broadcast_id: 51, preheader_text: "", body: "{{ trigger.farm }}" }),
      ],
      "newsletters/61": ["", "fr"].map((language, index) => ({
        ...action(611 + index, "email", { ...email, newsletter_id: 61, preheader_text: "", headers: null }),
        language,
        body: "The menu",
      })),
      "transactional/81": [
        { ...action(811, "email", { ...email, preheader_text: "" }), body: "{{ trigger.order_id }}" },
      ],
      "segments/71": {
        id: 71,
        deduplicate_id: "71:1769904000",
        name: "Members",
        description: "People with a subscription.",
        state: "finished",
        progress: null,
        type: "dynamic",
        tags: null,
      },
    },
  };
}
