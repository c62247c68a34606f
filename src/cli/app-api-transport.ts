// Sends requests to Customer.io's App API: the one place that has the key, and that hands it to nobody else.
import { PullError, paceOfRequests, type Transport } from "../consumers/pull/app-api.js";
import { UsageError } from "./exit-codes.js";
import type { Environment } from "./terminal.js";
import { version } from "./version.js";

export const regions = ["us", "eu"] as const;
export type Region = (typeof regions)[number];

const hosts: { readonly [region in Region]: string } = {
  us: "https://api.customer.io",
  eu: "https://api-eu.customer.io",
};

/** How long one answer may take. */
const patience = 30_000;

export type AppApiAccess = {
  /** Where the API is, without a slash at the end. */
  readonly base: string;
  readonly transport: Transport;
  /** Milliseconds between two requests. */
  readonly pace: number;
  /** The text without the key, should it stand there. */
  withoutKey(text: string): string;
};

/** The access that the environment gives. Throws a UsageError where it gives none; no message holds the key. */
export function appApiAccess(env: Environment, region: Region): AppApiAccess {
  const key = env.CUSTOMERIO_APP_API_KEY?.trim() ?? "";
  if (key === "") {
    throw new UsageError(
      "CUSTOMERIO_APP_API_KEY is not set: it holds an App API key of the workspace, which you make in Customer.io " +
        "under Account Settings > API Credentials > App API Keys",
    );
  }
  // An error about such a header would repeat it.
  if (!/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(key))
    throw new UsageError("CUSTOMERIO_APP_API_KEY holds a space, a quote or a character that no key has");
  const base = baseOf(env.CUSTOMERIO_APP_API_URL, region);
  const headers = {
    accept: "application/json",
    authorization: `Bearer ${key}`,
    "user-agent": `trackwright/${version()}`,
  };
  return {
    base,
    pace: paceOf(env),
    // No key is as short as a word; replacing one would spoil what is read.
    withoutKey: (text) => (key.length < 8 ? text : text.replaceAll(key, "(left out)")),
    transport: {
      async send(path) {
        try {
          // Another host is not followed to: it would be given the key.
          const response = await fetch(`${base}${path}`, {
            headers,
            redirect: "manual",
            signal: AbortSignal.timeout(patience),
          });
          const text = await response.text();
          refuseOthers(response, text, { base, path, isNamed: base !== hosts[region] });
          return { status: response.status, retryAfter: response.headers.get("retry-after"), text };
        } catch (thrown) {
          if (thrown instanceof PullError) throw thrown;
          throw new Error(reasonOf(thrown));
        }
      },
      sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      now: () => performance.now(),
      date: () => Date.now(),
    },
  };
}

/** Throws where the answer is not Customer.io's: asking again would not help, and its text is of no use. */
function refuseOthers(
  response: Response,
  text: string,
  { base, path, isNamed }: { readonly base: string; readonly path: string; readonly isNamed: boolean },
): void {
  const { status } = response;
  const check = isNamed
    ? "Check CUSTOMERIO_APP_API_URL, which names that server, and whether a proxy or a sign-in page stands in between"
    : "Check whether a proxy or a sign-in page of your network stands in between";
  if (status >= 300 && status < 400) {
    const location = response.headers.get("location") ?? "";
    // No more of it than the host: the rest may hold what nobody else shall read.
    const to = URL.canParse(location, base) ? new URL(location, base).origin : "another address";
    throw new PullError(
      `${base} answers ${status} to ${path} and sends on to ${to}, where the key is not taken. ${check}`,
      status,
    );
  }
  const isPage =
    /\bhtml\b/i.test(response.headers.get("content-type") ?? "") || /^\s*<(?:!doctype|html)\b/i.test(text);
  if (status === 200 && isPage)
    throw new PullError(
      `${base} answers ${path} with a web page, not with the data of Customer.io's API. ${check}`,
      status,
    );
}

function baseOf(named: string | undefined, region: Region): string {
  if (named === undefined || named === "") return hosts[region];
  const url = URL.canParse(named) ? new URL(named) : undefined;
  const isHere = url !== undefined && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url === undefined || !(url.protocol === "https:" || (url.protocol === "http:" && isHere))) {
    throw new UsageError(
      "CUSTOMERIO_APP_API_URL is no https address. The key is sent there, so http is for this machine alone",
    );
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    throw new UsageError("CUSTOMERIO_APP_API_URL holds more than a host and a path");
  return url.href.replace(/\/+$/, "");
}

/** Customer.io's pace, or another one; only a host of one's own may be asked faster. */
function paceOf(env: Environment): number {
  const named = env.CUSTOMERIO_APP_API_RATE;
  if (named === undefined || named === "") return paceOfRequests;
  const rate = Number(named);
  if (!(rate > 0 && Number.isFinite(rate)))
    throw new UsageError("CUSTOMERIO_APP_API_RATE is no number of requests a second");
  const isOwnHost = (env.CUSTOMERIO_APP_API_URL ?? "") !== "";
  return isOwnHost ? 1000 / rate : Math.max(paceOfRequests, 1000 / rate);
}

/** Why no answer came, as the system says it. */
function reasonOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return "no answer";
  if (thrown.name === "TimeoutError") return `no answer within ${patience / 1000} seconds`;
  const cause: unknown = thrown.cause;
  if (cause instanceof Error && "code" in cause && typeof cause.code === "string") return cause.code;
  return "the connection broke off";
}
