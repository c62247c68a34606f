// What Customer.io's Liquid knows: its tags, filters and top-level names, those of the newer engine (LiquidJS) and of
// the older one (Shopify's), since a workspace can hold messages of both.

/** Tags that hold others up to their end. */
export const blockTags: ReadonlySet<string> = new Set([
  "block",
  "capture",
  "case",
  "comment",
  "for",
  "if",
  "ifchanged",
  "raw",
  "tablerow",
  "unless",
]);

/** Tags that stand alone. Those of a block's parts, such as `else`, are not among them. */
export const plainTags: ReadonlySet<string> = new Set([
  "assign",
  "break",
  "continue",
  "cycle",
  "decrement",
  "echo",
  "increment",
  "include",
  "layout",
  "liquid",
  "render",
]);

/** Tags that only Customer.io has. */
export const customerioTags: ReadonlySet<string> = new Set([
  "cio_link",
  "cio_link_id",
  "countdown",
  "generate_uuid",
  "manage_subscription_preferences_url",
  "random",
  "render_liquid",
  "subscription_topic_name",
  "tracking_consent_url",
  "unsubscribe",
  "unsubscribe_url",
  "view_in_browser",
  "view_in_browser_url",
]);

/** The parts of blocks, and the blocks that they can stand in. */
export const partTags: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["else", new Set(["if", "unless", "case", "for"])],
  ["elsif", new Set(["if", "unless"])],
  ["when", new Set(["case"])],
]);

export const filters: ReadonlySet<string> = new Set(
  [
    // Text.
    "append prepend capitalize upcase downcase titlecase truncate truncatewords replace replace_first replace_last",
    "remove remove_first remove_last split strip lstrip rstrip strip_html strip_newlines squish",
    "normalize_whitespace newline_to_br slice slugify pluralize number_of_words array_to_sentence_string contains",
    "escape escape_once xml_escape cgi_escape uri_escape url_encode url_decode htmlencode h raw",
    "base64 base64_encode base64_decode base64_url_safe_encode base64_url_safe_decode hex_base64",
    "md5 sha1 sha256 hmac_sha1 hmac_sha256",
    // Numbers and money.
    "abs ceil floor round at_least at_most plus minus times divided_by modulo format_number number_with_delimiter",
    "number_with_delimeter currency rounded_currency random to_integer",
    // Lists.
    "compact concat find find_exp find_index find_index_exp first last group_by group_by_exp has has_exp join",
    "json_array_uniq limit map pop push shift unshift reject reject_exp reverse sample size sort sort_natural sum",
    "uniq where where_exp where_not",
    // Dates.
    "date date_to_long_string date_to_rfc822 date_to_string date_to_xmlschema timezone",
    "add_day add_month add_year subtract_day subtract_month subtract_year",
    // The rest.
    "default from_json to_json json jsonify inspect",
  ]
    .join(" ")
    .split(" "),
);

/** Filters that make no sense without a value, and what happens then. */
export const wantsValue: ReadonlyMap<string, string> = new Map([
  ...["append", "prepend"].map((name) => [name, "the message is not sent"] as const),
  ...["plus", "minus", "times", "divided_by", "modulo"].map((name) => [name, 'it shows "NaN"'] as const),
  ...["default", "remove", "replace", "split"].map((name) => [name, "it does nothing"] as const),
  ...["map", "where"].map((name) => [name, "nothing is left of the list"] as const),
]);

/** Those for which more than one is a mistake that keeps the message from being sent. */
export const wantsOne: ReadonlySet<string> = new Set(["append", "prepend"]);

/** Filters that give the same list, or a part of it. */
export const keepsElements: ReadonlySet<string> = new Set([
  "compact",
  "limit",
  "reject",
  "reverse",
  "sort",
  "sort_natural",
  "uniq",
  "where",
  "where_exp",
  "where_not",
]);

/** Filters whose first argument names a property of the list's elements. */
export const namesProperty: ReadonlySet<string> = new Set([
  "find",
  "find_index",
  "group_by",
  "has",
  "json_array_uniq",
  "map",
  "reject",
  "sort",
  "sort_natural",
  "sum",
  "where",
  "where_not",
]);

/** What filters take a value for. */
export const filterTakes: ReadonlyMap<string, "number" | "date" | "list"> = new Map([
  ...[
    "abs at_least at_most ceil currency divided_by floor format_number minus modulo plus round rounded_currency times",
  ]
    .join(" ")
    .split(" ")
    .map((name) => [name, "number"] as const),
  ...["date", "date_to_long_string", "date_to_rfc822", "date_to_string", "date_to_xmlschema"].map(
    (name) => [name, "date"] as const,
  ),
  ...["group_by", "join", "map", "sum", "where", "where_not"].map((name) => [name, "list"] as const),
]);

/** The namespaces that the plan knows something of. */
export const namespaces: ReadonlySet<string> = new Set([
  "event",
  "trigger",
  "customer",
  "journey",
  "snippets",
]);

/** Names that Customer.io gives to every template beside those. */
export const globalNames: ReadonlySet<string> = new Set([
  "campaign",
  "content",
  "delivery_id",
  "event_id",
  "event_name",
  "event_timestamp",
  "forloop",
  "layout",
  "message",
  "now",
  "objects",
  "response",
  "tablerowloop",
  "today",
]);

/** Tags that are taken for values again and again: `{{ unsubscribe_url }}` is empty. */
export const tagsTakenForValues: ReadonlySet<string> = new Set([
  "cio_link_id",
  "manage_subscription_preferences_url",
  "tracking_consent_url",
  "unsubscribe",
  "unsubscribe_url",
  "view_in_browser",
  "view_in_browser_url",
]);
