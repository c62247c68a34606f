// The pace of requests and the waits between attempts, by a clock that the test turns.
import { expect, test } from "vitest";
import { type Answer, AppApi, PullError, pauseOf } from "../../src/consumers/pull/app-api.js";

/** A client whose time passes only while it waits. */
function clocked(answer: (path: string, times: number) => Partial<Answer> | Error) {
  let time = 0;
  const sent: { path: string; at: number }[] = [];
  const times = new Map<string, number>();
  const api = new AppApi({
    async send(path) {
      sent.push({ path, at: time });
      const count = (times.get(path) ?? 0) + 1;
      times.set(path, count);
      const given = answer(path, count);
      if (given instanceof Error) throw given;
      return { status: 200, retryAfter: null, text: "{}", ...given };
    },
    async sleep(milliseconds) {
      time = Math.max(time, time + milliseconds);
    },
    now: () => time,
    date: () => Date.UTC(2026, 0, 1) + time,
  });
  return { api, sent };
}

test("sends at most ten requests in any second", async () => {
  const { api, sent } = clocked(() => ({}));
  for (let count = 0; count < 50; count++) await api.get(`/v1/${count}`);
  for (const { at } of sent) {
    const second = sent.filter((other) => other.at >= at && other.at <= at + 1000);
    expect(second.length).toBeLessThanOrEqual(10);
  }
});

test("waits as long as Retry-After says, in seconds or as a date", async () => {
  const { api, sent } = clocked((_, times) =>
    times === 1
      ? { status: 429, retryAfter: "7" }
      : times === 2
        ? { status: 429, retryAfter: "Thu, 01 Jan 2026 00:00:20 GMT" }
        : {},
  );
  await api.get("/v1/campaigns");
  expect(sent.map(({ at }) => at)).toEqual([0, 7000, 20_000]);
});

test("waits twice as long after each failure, and gives up in the end", async () => {
  const { api, sent } = clocked(() => new Error("ECONNRESET"));
  await expect(api.get("/v1/campaigns")).rejects.toThrow(
    new PullError("can't read /v1/campaigns of Customer.io after 5 attempts: ECONNRESET"),
  );
  expect(sent.map(({ at }) => at)).toEqual([0, 500, 1500, 3500, 7500]);
});

test("gives up where Customer.io refuses without end", async () => {
  const { api, sent } = clocked(() => ({ status: 429, retryAfter: "1" }));
  await expect(api.get("/v1/campaigns")).rejects.toThrow("goes on to refuse requests as too many");
  expect(sent).toHaveLength(10);
});

test("asks for nothing again that is refused", async () => {
  for (const status of [302, 400, 401, 403, 404, 418]) {
    const { api, sent } = clocked(() => ({ status, text: "secret" }));
    await expect(api.get("/v1/campaigns")).rejects.toThrow(String(status));
    expect(sent).toHaveLength(1);
  }
});

test("reads pages by tokens that need escaping, and a list that is null", async () => {
  const { api, sent } = clocked((path) => ({
    text: path.includes("?")
      ? '{"actions": [{"id": 2}], "next": ""}'
      : '{"actions": [{"id": 1}], "next": "a+/=&b"}',
  }));
  expect(await api.list("/v1/campaigns/1/actions", ["actions"])).toEqual([{ id: 1 }, { id: 2 }]);
  expect(sent[1]?.path).toBe("/v1/campaigns/1/actions?start=a%2B%2F%3D%26b");
  const empty = clocked(() => ({ text: '{"snippets": null}' }));
  expect(await empty.api.list("/v1/snippets", ["snippets"])).toEqual([]);
});

test("takes nonsense in Retry-After for nothing", () => {
  expect(["", "soon", "-5"].map((text) => pauseOf(text, 0)).slice(0, 2)).toEqual([undefined, undefined]);
  expect(pauseOf(null, 0)).toBeUndefined();
  expect(pauseOf("Thu, 01 Jan 1970 00:00:00 GMT", 5000)).toBe(0);
});
