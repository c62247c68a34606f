// The built-in formats, once: every target and every check uses these very patterns and bounds.
import type { StringFormat } from "./plan.js";

const year = "[0-9]{4}";
const leapYear = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[048]|[2468][048]|[13579][26])00)";
const date = `(?:${year}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|${leapYear}-02-29)`;
const time = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?";

// ISO 3166-1 alpha-2, and XK, which shops and carriers use for Kosovo. By first letter, to stay short.
const countries = {
  A: "DEFGILMOQRSTUWXZ",
  B: "ABDEFGHIJLMNOQRSTVWYZ",
  C: "ACDFGHIKLMNORUVWXYZ",
  D: "EJKMOZ",
  E: "CEGHRST",
  F: "IJKMOR",
  G: "ABDEFGHILMNPQRSTUWY",
  H: "KMNRTU",
  I: "DELMNOQRST",
  J: "EMOP",
  K: "EGHIMNPRWYZ",
  L: "ABCIKRSTUVY",
  M: "ACDEFGHKLMNOPQRSTUVWXYZ",
  N: "ACEFGILOPRUZ",
  O: "M",
  P: "AEFGHKLMNRSTWY",
  Q: "A",
  R: "EOSUW",
  S: "ABCDEGHIJKLMNORSTVXYZ",
  T: "CDFGHJKLMNORTVWZ",
  U: "AGMSYZ",
  V: "ACEGINU",
  W: "FS",
  X: "K",
  Y: "ET",
  Z: "AMW",
};

/**
 * The anchored pattern of each format, in the syntax that RE2 and JavaScript's `u` mode share.
 * `phone` is E.164; `datetime` is RFC 3339 with a `T`; `currency` is checked by its shape, as ISO 4217 grows.
 */
export const formatPatterns: Readonly<Record<StringFormat, string>> = {
  date: `^${date}$`,
  datetime: `^${date}T${time}(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$`,
  email: "^[^\\x00-\\x20\\x7f@]+@[^\\x00-\\x20\\x7f@.]+(?:\\.[^\\x00-\\x20\\x7f@.]+)+$",
  phone: "^\\+[1-9][0-9]{6,14}$",
  url: "^[A-Za-z][A-Za-z0-9+.\\-]*://[^\\x00-\\x20\\x7f]+$",
  uuid: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
  ulid: "^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$",
  currency: "^[A-Z]{3}$",
  country: `^(?:${Object.entries(countries)
    .map(([first, second]) => (second.length === 1 ? first + second : `${first}[${second}]`))
    .join("|")})$`,
};

/** What a format is, for people: goes into messages and docs. */
export const formatNames: Readonly<Record<StringFormat, string>> = {
  date: "a date such as 2026-03-31",
  datetime: "a date and time such as 2026-03-31T12:00:00Z",
  email: "an email address",
  phone: "a phone number in E.164 form such as +4930123456",
  url: "a URL with its scheme",
  uuid: "a UUID",
  ulid: "a ULID",
  currency: "an ISO 4217 currency code such as EUR",
  country: "an ISO 3166-1 alpha-2 country code such as DE",
};

/**
 * The bounds of a `timestamp` in Unix seconds, both allowed. They reach past the year 5000, and refuse what is
 * milliseconds for any moment since March 1973.
 */
export const timestampMinimum: number = -99_999_999_999;
export const timestampMaximum: number = 99_999_999_999;
