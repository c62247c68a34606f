// Reads a whole workspace: what there is, then each of it in detail, several at a time.
import { type AppApi, PullError } from "./app-api.js";
import type { Pulled } from "./consumer.js";
import { asId, asName, isRecord, type JsonRecord } from "./json.js";
import {
  campaignOf,
  newsletterOf,
  type Segments,
  segmentOf,
  snippetOf,
  transactionalOf,
} from "./read-item.js";

/** What is known of earlier runs; a pull that was interrupted goes on from it. */
export type Progress = {
  /** What was read of an item that is still the same as `listed`; undefined where it has to be read. */
  known(key: string, listed: string): Pulled | undefined;
  /** Is told each item as soon as it was read. */
  read(key: string, listed: string, pulled: Pulled): void;
  /** Is told how far the pull is. */
  at(done: number, all: number): void;
};

type Job = { readonly key: string; readonly item: JsonRecord; readonly read: () => Promise<Pulled> };

/** How many requests wait for an answer at once. */
const inFlight = 4;

export type Workspace = {
  readonly pulled: readonly Pulled[];
  /** Items that left the workspace while it was read. */
  readonly gone: readonly string[];
};

/** Reads everything, or throws a PullError: half a workspace is never given as a whole one. */
export async function readWorkspace(api: AppApi, progress: Progress): Promise<Workspace> {
  const segmentItems = identified(await api.list("/v1/segments", ["segments"]), "/v1/segments");
  const segments: Segments = new Map(segmentItems.map(({ id, item }) => [id, asName(item.name) ?? id]));
  const campaigns = identified(await api.list("/v1/campaigns", ["campaigns"]), "/v1/campaigns");
  const broadcasts = identified(await api.list("/v1/broadcasts", ["broadcasts"]), "/v1/broadcasts");
  const newsletters = identified(await api.list("/v1/newsletters", ["newsletters"]), "/v1/newsletters");
  const transactional = identified(
    await api.list("/v1/transactional", ["messages", "transactional"]),
    "/v1/transactional",
  );
  const snippets = new Map(
    (await api.list("/v1/snippets", ["snippets"])).map(snippetOf).map((snippet) => [snippet.name, snippet]),
  );
  const jobs: readonly Job[] = [
    ...campaigns.map(({ id, item }) => ({
      key: `campaign ${id}`,
      item: { item, named: namesOf(item, segments) },
      read: async () =>
        campaignOf(
          "campaign",
          id,
          item,
          await api.list(`/v1/campaigns/${id}/actions`, ["actions"]),
          segments,
        ),
    })),
    ...broadcasts.map(({ id, item }) => ({
      key: `broadcast ${id}`,
      item: { item, named: namesOf(item, segments) },
      read: async () =>
        campaignOf(
          "broadcast",
          id,
          item,
          await api.list(`/v1/broadcasts/${id}/actions`, ["actions"]),
          segments,
        ),
    })),
    ...newsletters.map(({ id, item }) => ({
      key: `newsletter ${id}`,
      item: { item, named: namesOf(item, segments) },
      read: async () =>
        newsletterOf(id, item, await api.list(`/v1/newsletters/${id}/contents`, ["contents"]), segments),
    })),
    ...transactional.map(({ id, item }) => ({
      key: `transactional ${id}`,
      item,
      read: async () => transactionalOf(id, item, await transactionalContents(api, id)),
    })),
    ...segmentItems.map(({ id, item }) => ({
      key: `segment ${id}`,
      item,
      read: async () => segmentOf(id, await segmentDetail(api, id, item), segments),
    })),
  ];
  // What has no name can't be used by a template.
  snippets.delete("");
  const { pulled, gone } = await readAll(jobs, progress);
  return { pulled: [...pulled, ...snippets.values()], gone };
}

/** What a campaign's file says of other items: their names. */
function namesOf(item: JsonRecord, segments: Segments): readonly string[] {
  const ids = [item.trigger_segment_ids, item.filter_segment_ids, item.recipient_segment_ids].flatMap(
    (list) => (Array.isArray(list) ? list : []),
  );
  return ids.map((id) => segments.get(asId(id) ?? "") ?? "");
}

function identified(
  items: readonly JsonRecord[],
  path: string,
): readonly { readonly id: string; readonly item: JsonRecord }[] {
  const found = new Map<string, JsonRecord>();
  for (const item of items) {
    const id = asId(item.id);
    if (id === undefined)
      throw new PullError(
        `the answer to ${path} is not understood: an item has no "id". Nothing was written`,
      );
    found.set(id, item);
  }
  return [...found].map(([id, item]) => ({ id, item }));
}

async function readAll(jobs: readonly Job[], progress: Progress): Promise<Workspace> {
  const pulled: Pulled[] = [];
  const gone: string[] = [];
  let done = 0;
  let next = 0;
  let failed = false;
  progress.at(0, jobs.length);
  const work = async (): Promise<void> => {
    for (let job = jobs[next++]; job !== undefined && !failed; job = jobs[next++]) {
      const listed = JSON.stringify(job.item);
      const known = progress.known(job.key, listed);
      try {
        const read = known ?? (await job.read());
        pulled.push(read);
        if (known === undefined) progress.read(job.key, listed, read);
      } catch (error) {
        if (!(error instanceof PullError) || error.status !== 404) {
          failed = true;
          throw error;
        }
        gone.push(job.key);
      }
      progress.at(++done, jobs.length);
    }
  };
  const results = await Promise.allSettled(Array.from({ length: inFlight }, work));
  for (const result of results) if (result.status === "rejected") throw result.reason;
  return { pulled, gone };
}

/** Under its newer path, or its older one. */
async function transactionalContents(api: AppApi, id: string): Promise<readonly JsonRecord[] | undefined> {
  try {
    return await api.list(`/v1/transactional/${id}/contents`, ["contents"]);
  } catch (error) {
    if (!(error instanceof PullError) || error.status !== 404) throw error;
    const body = await api.get(`/v1/transactional/${id}/content`);
    if (isRecord(body.content)) return [body.content];
    return Array.isArray(body.contents) && body.contents.every(isRecord) ? body.contents : undefined;
  }
}

/** The list gives no conditions, the segment alone does; people put into a manual one have none. */
async function segmentDetail(api: AppApi, id: string, item: JsonRecord): Promise<JsonRecord> {
  if (item.conditions !== undefined || item.type === "manual") return item;
  const { segment } = await api.get(`/v1/segments/${id}`);
  return isRecord(segment) ? { ...item, ...segment } : item;
}
