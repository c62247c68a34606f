// A Customer.io App API on this machine: the shapes, the pages and the moods of the real one.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Item = { readonly [key: string]: unknown };

/** What a workspace holds, as the API gives it; the contents of each by its path. */
export type FakeWorkspace = {
  campaigns?: Item[];
  broadcasts?: Item[];
  newsletters?: Item[];
  transactional?: Item[];
  segments?: Item[];
  snippets?: Item[];
  /** By the path of an item, such as `campaigns/5`: its actions, its contents, or what it is in detail. */
  inside: { [path: string]: Item[] | Item };
};

/** Answers a request in place of the workspace; undefined leaves it to the workspace. */
export type Mood = (
  path: string,
  times: number,
) =>
  | { status?: number; headers?: { [name: string]: string }; body?: string; cut?: boolean; wait?: number }
  | undefined;

export const appApiKey = "app-key-0123456789abcdef";

/** Starts the API; it ends with the test. */
export async function fakeAppApi(workspace: FakeWorkspace, mood: Mood = () => undefined) {
  const requests: { path: string; at: number; key: string | undefined }[] = [];
  const times = new Map<string, number>();
  const state = { workspace, mood };
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push({ path, at: performance.now(), key: request.headers.authorization });
    const time = (times.get(path) ?? 0) + 1;
    times.set(path, time);
    void answer(state, request, response, path, time);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    requests,
    state,
    env: { CUSTOMERIO_APP_API_KEY: appApiKey, CUSTOMERIO_APP_API_URL: url, CUSTOMERIO_APP_API_RATE: "500" },
  };
}

async function answer(
  { workspace, mood }: { workspace: FakeWorkspace; mood: Mood },
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  time: number,
): Promise<void> {
  const said = mood(path, time);
  if (said?.wait !== undefined) await new Promise((resolve) => setTimeout(resolve, said.wait));
  const [status, body] =
    request.headers.authorization === `Bearer ${appApiKey}` || said?.status !== undefined
      ? contents(workspace, path)
      : [401, { errors: [{ detail: "unauthorized", status: "401" }] }];
  const text = said?.body ?? JSON.stringify(body);
  if (said?.cut === true) {
    response.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text),
    });
    response.write(text.slice(0, text.length / 2));
    response.socket?.destroy();
    return;
  }
  response.writeHead(said?.status ?? status, { "content-type": "application/json", ...said?.headers });
  response.end(text);
}

/** What the API answers to a path. */
export function contents(workspace: FakeWorkspace, path: string): [status: number, body: unknown] {
  const url = new URL(path, "http://api");
  const [, version, kind = "", id, inner] = url.pathname.split("/");
  if (version !== "v1") return [404, {}];
  const start = url.searchParams.get("start") ?? "";
  if (id === undefined) {
    switch (kind) {
      case "campaigns":
      case "broadcasts":
      case "segments":
      case "snippets":
        return [200, { [kind]: workspace[kind] ?? null }];
      case "newsletters":
        return [200, page("newsletters", workspace.newsletters ?? [], start, 2)];
      case "transactional":
        return [200, { messages: workspace.transactional ?? [] }];
    }
    return [404, {}];
  }
  const inside = workspace.inside[`${kind}/${id}`];
  if (kind === "segments" && inner === undefined && inside !== undefined) return [200, { segment: inside }];
  if (!Array.isArray(inside)) return [404, { errors: ["not found"] }];
  if ((kind === "campaigns" || kind === "broadcasts") && inner === "actions")
    return [200, page("actions", inside, start, 10)];
  if ((kind === "newsletters" || kind === "transactional") && inner === "contents")
    return [200, { contents: inside }];
  return [404, {}];
}

/** A page; the token of the next one is made so that it has to be encoded. */
function page(key: string, all: readonly Item[], start: string, size: number): unknown {
  const from = start === "" ? 0 : Number(Buffer.from(start, "base64").toString().replace("+at/", ""));
  const next = from + size < all.length ? Buffer.from(`+at/${from + size}`).toString("base64") : "";
  return { [key]: all.slice(from, from + size), next };
}
