// Follows the README's five minutes to the letter, in an empty project, until the event is on the wire.
import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { eventId } from "../../src/runtime/event-id.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(join(root, "README.md"), "utf8");
const project = mkdtempSync(join(tmpdir(), "trackwright-readme-"));

/** The only code block of the README in a language that has a text in it. */
function block(language: string, having: string): string {
  const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  const found = blocks.filter(([, name, text]) => name === language && text?.includes(having));
  expect(found).toHaveLength(1);
  return found[0]?.[2] ?? "";
}

/** Runs `npx trackwright …` as the README writes it, with the CLI of this checkout. */
function follow(command: string): SpawnSyncReturns<string> {
  expect(readme).toContain(command);
  const args = command.replace(/^npx trackwright /, "").split(" ");
  return spawnSync(process.execPath, [join(root, "bin/trackwright.js"), ...args], {
    cwd: project,
    encoding: "utf8",
  });
}

let server: Server;
const received: { url: string | undefined; body: string }[] = [];

beforeAll(async () => {
  // What `npm install trackwright customerio-node` leaves behind.
  mkdirSync(join(project, "node_modules"));
  symlinkSync(root, join(project, "node_modules/trackwright"), "junction");
  symlinkSync(
    join(root, "node_modules/customerio-node"),
    join(project, "node_modules/customerio-node"),
    "junction",
  );
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ url: request.url, body });
      response.end("{}");
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});

afterAll(async () => {
  rmSync(project, { recursive: true, force: true });
  await new Promise((closed) => server.close(closed));
});

it("begins with a plan that says what the README shows of it", () => {
  expect(follow("npx trackwright init --template store")).toMatchObject({ status: 0 });
  const orders = readFileSync(join(project, "tracking-plan/events/orders.yaml"), "utf8");
  expect(orders).toContain(block("yaml", "Order Completed:"));
});

it("builds, is up to date, and lints clean", () => {
  expect(follow("npx trackwright build")).toMatchObject({ status: 0 });
  for (const folder of ["generated/typescript", "generated/schemas", "generated/docs"]) {
    expect(existsSync(join(project, folder)), folder).toBe(true);
  }
  expect(follow("npx trackwright build --check")).toMatchObject({ status: 0 });
  expect(follow("npx trackwright lint")).toMatchObject({ status: 0 });
});

it("sends the order of the README through the real client", async () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  const code = block("ts", "createTracker");
  const url = `{ url: "http://127.0.0.1:${address.port}/api/v1" }`;
  const local = code.replace("process.env.CUSTOMERIO_API_KEY!)", `process.env.CUSTOMERIO_API_KEY!, ${url})`);
  expect(local).not.toBe(code);
  writeFileSync(join(project, "app.ts"), local);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    module: "nodenext",
    target: "es2022",
    skipLibCheck: true,
    types: ["node"],
    typeRoots: [join(root, "node_modules/@types")],
    rootDir: ".",
    outDir: "out",
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app.ts"] }));
  const tsc = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", project], {
    encoding: "utf8",
  });
  expect(tsc.stdout + tsc.stderr).toBe("");

  // Not spawnSync: the server answers from this process.
  const app = spawn(process.execPath, ["out/app.js"], {
    cwd: project,
    env: { ...process.env, CUSTOMERIO_SITE_ID: "site", CUSTOMERIO_API_KEY: "key" },
    stdio: ["ignore", "inherit", "inherit"],
  });
  expect(await new Promise((exited) => app.on("exit", exited))).toBe(0);
  expect(received.map(({ url: path, body }) => ({ path, ...JSON.parse(body) }))).toEqual([
    {
      path: "/api/v1/customers/c-42/events",
      name: "Order Completed",
      id: eventId("Order Completed", "o-1001"),
      timestamp: 1767225600,
      data: {
        order_id: "o-1001",
        cart_id: "c-2002",
        completed_at: 1767225600,
        value: 40,
        currency: "EUR",
        items: [{ sku: "TEE-1", name: "T-shirt", quantity: 2, price: 20 }],
        payment_method: "card",
      },
    },
  ]);
});

it("links to files that exist", () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? "");
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it("shows what lint prints today", (context) => {
  // Its terminal is that of util-linux.
  if (process.platform !== "linux") return context.skip();
  const { status, stderr } = spawnSync(process.execPath, [join(root, "scripts/picture.mjs"), "--check"], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
