// Workspaces for tests: a small one with everything in it that has to be read or left out, and one of any size.
import type { FakeWorkspace } from "./app-api.js";

/** Texts of the small workspace that must not get into any file. */
export const secrets = [
  "jane.doe@customer.example",
  "ops@acme.example",
  "+49 170 1234567",
  "hunter2-hook-token",
  "sk_live_abcdef0123456789",
  "s3cr3t-basic",
  "Bearer zzz.yyy.xxx-123",
  "maker@acme.example",
];

/** A store's workspace. Each call gives a new one, so that a test can change it. */
export function smallWorkspace(): FakeWorkspace {
  return {
    campaigns: [
      {
        id: 5,
        deduplicate_id: "5:1492548073",
        name: "Abandoned checkout",
        description: "Brings back those who did not pay.",
        type: "event",
        created: 1552341937,
        updated: 1552341937,
        created_by: "maker@acme.example",
        active: true,
        state: "running",
        actions: [{ type: "email", id: 96 }],
        first_started: 1552341937,
        tags: ["recovery"],
        event_name: "Started Checkout",
        trigger_segment_ids: null,
        filter_segment_ids: [21, 7],
        some_new_field: { with: ["things", 1] },
      },
      {
        id: 6,
        name: "VIP / welcome: Änderung",
        active: false,
        state: "draft",
        trigger_segment_ids: [90, 21],
      },
      { id: 7, name: "Birthday", state: "stopped", type: "date", date_attribute: "birthday" },
      { id: 8, name: "From a form", state: "sleeping", active: true, type: "form" },
    ],
    broadcasts: [{ id: 12, name: "Early access", state: "running", active: true, type: "triggered" }],
    newsletters: [
      {
        id: 31,
        name: "May",
        type: "email",
        sent_at: 1481653929,
        recipient_segment_ids: [21],
        content_ids: [310],
      },
      { id: 32, name: "June", type: "email", sent_at: null, recipient_segment_ids: [21], content_ids: [320] },
      { id: 33, name: "July", type: "email", recipient_segment_ids: [21, 404], content_ids: [330] },
    ],
    transactional: [{ id: 3, name: "Order confirmation", description: "", send_to_unsubscribed: true }],
    segments: [
      { id: 7, deduplicate_id: "7:1", name: "Paying", type: "dynamic", state: "finished", progress: null },
      { id: 21, name: "Newsletter readers", type: "dynamic", state: "finished" },
      { id: 90, name: "VIP", type: "manual", state: "finished" },
      { id: 91, name: "Odd", type: "dynamic", state: "finished" },
    ],
    snippets: [
      { name: "footer", value: "<p>Sent to {{ customer.email }}</p>\n", updated_at: 1582500000 },
      { name: "Footer", value: "Another one", updated_at: 1582500000 },
      { name: "Footer", value: "Another one", updated_at: 1582500001 },
      { name: "", value: "Nameless" },
    ],
    inside: {
      "campaigns/5": [
        {
          id: "96",
          name: "Opening message",
          type: "email",
          created: 1552341937,
          updated: 1552341937,
          body: "<p>Hi {{ customer.first_name }},</p>\r\n{% for item in event.items %}{{ item.name }}{% endfor %}\nKey sk_live_abcdef0123456789\n",
          subject: "Your cart of {{ event.cart_value }}",
          preheader_text: "{{ event.items[0].name }} waits",
          body_plain: "Hi {{ customer.first_name }}",
          recipient: "{{customer.email}}",
          from: "ops@acme.example",
          reply_to: "{{ customer.rep_email | default: 'ops@acme.example' }}",
          bcc: "jane.doe@customer.example",
          headers:
            '[{"name":"X-Order","value":"{{event.order_id}}"},{"name":"X-Token","value":"hunter2-hook-token"}]',
          layout: "<html>{{ content }}<footer>{{ snippets['footer'] }}</footer></html>",
        },
        {
          id: 97,
          name: "Tell the warehouse",
          type: "webhook",
          url: "https://user:s3cr3t-basic@hooks.acme.example/{{ event.cart_id }}?token=hunter2-hook-token",
          method: "POST",
          headers: [{ name: "Authorization", value: "Bearer zzz.yyy.xxx-123" }],
          body: '{"api_key": "hunter2-hook-token", "cart": "{{ event.cart_id }}", "auth": "Bearer zzz.yyy.xxx-123"}',
        },
        { id: 98, name: "Wait", type: "delay" },
        ...Array.from({ length: 20 }, (_, index) => ({
          id: 100 + index,
          name: `Reminder ${index + 1}`,
          type: "twilio",
          body: `Reminder ${index + 1}: {{ event.cart_value }}`,
        })),
      ],
      "campaigns/6": [
        { id: 60, name: "Welcome", type: "email", subject: "Hello", body: "{{ customer.vip_tier }}" },
      ],
      "campaigns/7": [],
      "campaigns/8": [{ id: 80, type: "in_app", body: { text: "{{ customer.first_name }}" } }],
      "broadcasts/12": [
        { id: 120, name: "Mail", type: "email", subject: "{{ trigger.product_name }}", body: "x" },
      ],
      "newsletters/31": [
        { id: 310, type: "email", language: "", subject: "May", body: "<b>{{ customer.first_name }}</b>" },
      ],
      "newsletters/32": [
        { id: 320, type: "email", language: "", subject: "June", body: "Hi" },
        { id: 321, type: "email", language: "de", subject: "Juni", body: "Hallo" },
      ],
      "newsletters/33": [],
      "transactional/3": [
        {
          id: 30,
          name: "Receipt",
          type: "email",
          subject: "Order {{ trigger.order_id }}",
          body: "Paid {{ trigger.value }}",
        },
      ],
      "segments/7": {
        id: 7,
        name: "Paying",
        type: "dynamic",
        state: "finished",
        conditions: {
          and: [
            {
              event: {
                name: "Order Completed",
                type: "event",
                filters: { and: [{ field: "cart_value", operator: "gt", value: "0", inverse: false }] },
                times: 1,
                within: 86400,
                inverse: false,
              },
            },
            {
              attribute: {
                field: "email",
                operator: "eq",
                value: "jane.doe@customer.example",
                inverse: true,
              },
            },
            { attribute: { field: "phone", operator: "eq", value: "+49 170 1234567" } },
          ],
        },
      },
      "segments/21": {
        id: 21,
        name: "Newsletter readers",
        type: "dynamic",
        conditions: {
          or: [
            { attribute: { field: "can_receive_email", operator: "eq", value: "true" } },
            { segment: { id: 90 } },
          ],
        },
      },
      "segments/91": {
        id: 91,
        name: "Odd",
        type: "dynamic",
        conditions: {
          and: [
            { attribute: { field: "last_order_at", operator: "timestamp_before_relative", value: 90 } },
            { geofence: { radius: 5 } },
          ],
        },
      },
    },
  };
}

/** A workspace of so many campaigns, with four messages each. */
export function largeWorkspace(campaigns: number): FakeWorkspace {
  const inside: FakeWorkspace["inside"] = {};
  const list = Array.from({ length: campaigns }, (_, index) => {
    const id = index + 1;
    inside[`campaigns/${id}`] = Array.from({ length: 4 }, (__, step) => ({
      id: id * 10 + step,
      name: `Message ${step + 1}`,
      type: "email",
      subject: `{{ event.property_${step} }}`,
      body: `Hello {{ customer.first_name }}, it is {{ event.property_${step} }}.`,
    }));
    return {
      id,
      name: `Campaign ${id}`,
      state: "running",
      active: true,
      updated: 1552341937 + id,
      event_name: `Event ${id}`,
    };
  });
  return { campaigns: list, inside };
}
