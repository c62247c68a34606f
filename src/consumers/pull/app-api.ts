// Asks Customer.io's App API: at its pace, again where it fails in passing, page by page.
import { asList, asText, isRecord, type JsonRecord } from "./json.js";

/** What the network gave; `headers` by name in lower case. */
export type Answer = {
  readonly status: number;
  readonly retryAfter: string | null;
  readonly text: string;
};

/** The outside: who sends knows the key, nobody else does. */
export type Transport = {
  /** Gets a path such as `/v1/campaigns`. Throws where no whole answer comes. */
  send(path: string): Promise<Answer>;
  /** Waits so many milliseconds. */
  sleep(milliseconds: number): Promise<void>;
  /** Milliseconds since some fixed moment, for the pace. */
  now(): number;
  /** Milliseconds since 1970, for a date in Retry-After. */
  date(): number;
};

/** What can't be read at all; the message is for the user. */
export class PullError extends Error {
  override readonly name: string = "PullError";
  readonly status: number | undefined;
  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

/** The API takes 10 requests a second; a little less, so that the network's unsteadiness does not make it more. */
export const paceOfRequests = 105;
const attempts = { busy: 10, broken: 5 };
const firstPause = 500;
const longestPause = 60_000;
/** After so many pages in a row with nothing new in them, there is no end to them. */
const idlePages = 20;
/** What people make is not nested as deep, and what is can't be written again. */
const nestingLimit = 500;

/** Lives for one pull. */
export class AppApi {
  readonly #transport: Transport;
  readonly #pace: number;
  #next = Number.NEGATIVE_INFINITY;
  #requests = 0;

  constructor(transport: Transport, pace: number = paceOfRequests) {
    this.#transport = transport;
    this.#pace = pace;
  }

  /** How many requests were sent. */
  get requests(): number {
    return this.#requests;
  }

  /** Every item of a list, over all pages; `keys` are the names that the list may have in the answer. */
  async list(path: string, keys: readonly string[]): Promise<readonly JsonRecord[]> {
    const items: JsonRecord[] = [];
    const seen = new Set<string>();
    const known = new Set<string>();
    let idle = 0;
    for (let start = ""; ; ) {
      const page = await this.get(start === "" ? path : `${path}?start=${encodeURIComponent(start)}`);
      const key = keys.find((one) => page[one] !== undefined);
      const list = key === undefined ? undefined : asList(page[key]);
      if (list === undefined)
        throw new PullError(
          `the answer to ${path} is not understood: it has no list "${keys[0]}". Nothing was written`,
        );
      for (const item of list) {
        if (!isRecord(item))
          throw new PullError(`the answer to ${path} is not understood: its "${key}" hold something else`);
        items.push(item);
      }
      const next = nextOf(page.next);
      if (next === undefined)
        throw new PullError(
          `the answer to ${path} is not understood: its "next" is no token of a page. Nothing was written`,
        );
      if (next === "") return items;
      if (seen.has(next)) throw new PullError(`the pages of ${path} never end: the API gave "next" twice`);
      const ids = list.map((item) => JSON.stringify(isRecord(item) ? (item.id ?? item) : item));
      idle = ids.every((id) => known.has(id)) ? idle + 1 : 0;
      for (const id of ids) known.add(id);
      if (idle >= idlePages)
        throw new PullError(`the pages of ${path} never end: ${idlePages} of them hold nothing new`);
      seen.add(next);
      start = next;
    }
  }

  /** One answer, as an object. */
  async get(path: string): Promise<JsonRecord> {
    let busy = 0;
    let broken = 0;
    for (;;) {
      const failure = await this.#once(path);
      if (failure.body !== undefined) return failure.body;
      const { status, retryAfter, why } = failure;
      if (status === 429) {
        if (++busy >= attempts.busy)
          throw new PullError(`Customer.io goes on to refuse requests as too many`);
        await this.#pause(pauseOf(retryAfter, this.#transport.date()) ?? backoff(busy));
      } else if (status === undefined || status >= 500 || status === 200) {
        if (++broken >= attempts.broken)
          throw new PullError(`can't read ${path} of Customer.io after ${broken} attempts: ${why}`, status);
        await this.#pause(pauseOf(retryAfter, this.#transport.date()) ?? backoff(broken));
      } else throw new PullError(refusal(status, path), status);
    }
  }

  async #once(path: string): Promise<Attempt> {
    await this.#turn();
    this.#requests++;
    let answer: Answer;
    try {
      answer = await this.#transport.send(path);
    } catch (thrown) {
      if (thrown instanceof PullError) throw thrown;
      return {
        status: undefined,
        retryAfter: null,
        why: thrown instanceof Error ? thrown.message : "no answer",
      };
    }
    const { status, retryAfter, text } = answer;
    if (status !== 200) return { status, retryAfter, why: `it answers ${status}` };
    if (isTooDeep(text)) throw new PullError(`the answer to ${path} is nested too deeply to be read`);
    const body = parse(text);
    if (isRecord(body)) return { body };
    return {
      status,
      retryAfter,
      why: body === undefined ? "the answer is cut off" : "the answer is no object",
    };
  }

  /** Waits until the next request may start. */
  async #turn(): Promise<void> {
    const now = this.#transport.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#pace;
    if (at > now) await this.#transport.sleep(at - now);
  }

  /** Holds back all requests, not only the one that was refused. */
  async #pause(milliseconds: number): Promise<void> {
    const wait = Math.min(milliseconds, longestPause);
    this.#next = Math.max(this.#next, this.#transport.now() + wait);
    await this.#transport.sleep(wait);
  }
}

type Attempt =
  | { readonly body: JsonRecord }
  | {
      readonly body?: never;
      readonly status: number | undefined;
      readonly retryAfter: string | null;
      readonly why: string;
    };

function backoff(attempt: number): number {
  return firstPause * 2 ** (attempt - 1);
}

/** The milliseconds of a Retry-After, which is a number of seconds or a date. */
export function pauseOf(retryAfter: string | null, now: number): number | undefined {
  const text = retryAfter?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function refusal(status: number, path: string): string {
  if (status === 401 || status === 403)
    return (
      `Customer.io does not accept the key (${status} for ${path}). CUSTOMERIO_APP_API_KEY holds an App API key of ` +
      "the workspace, and a workspace in the EU needs --region eu"
    );
  return `Customer.io answers ${status} to ${path}`;
}

/** The token of the next page; empty where there is none, undefined for what is no token. */
function nextOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return "";
  return typeof value === "number" ? String(value) : asText(value);
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const { 0: sign } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[{]|[\]}]/gs)) {
    if (sign === "[" || sign === "{") {
      if (++depth > nestingLimit) return true;
    } else if (sign === "]" || sign === "}") depth--;
  }
  return false;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
