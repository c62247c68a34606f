// The command `trackwright preview`: how a template looks, and what a missing value does to it.
import { existsSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { preview } from "../../consumers/preview/preview.js";
import { didYouMeanText } from "../../diagnostics/did-you-mean.js";
import { disk } from "../../output/file-system.js";
import type { PlanLocation } from "../../plan/locate.js";
import type { Consumer, Plan, PlanEvent } from "../../plan/plan.js";
import { readTemplates } from "../../plan/templates.js";
import { Sources } from "../../report/findings.js";
import { previewHtml, previewJson, previewMarkdown, previewText } from "../../report/preview.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import { liquidEngine } from "../liquid.js";
import type { GlobalOptions } from "../options.js";
import { locatePlan, openPlan } from "../pipeline.js";
import { print } from "../print.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";

export type PreviewOptions = {
  /** A path, or the name of a consumer with one template. */
  readonly template: string;
  readonly event: string | undefined;
  /** Counts from 1. */
  readonly example: string | undefined;
};

export async function runPreview(
  terminal: Terminal,
  globals: GlobalOptions,
  options: PreviewOptions,
): Promise<ExitCode> {
  const location = locatePlan(terminal, globals);
  const loaded = openPlan(location);
  const plan = loaded.value;
  if (plan === undefined) throw new UsageError("the plan can't be read. `trackwright lint` tells why");
  const file = fileOf(terminal, location, plan, options.template);
  const senders = plan.consumers.filter(({ templates }) => templates.some(({ value }) => value === file));
  const consumer = senders.find((one) => startedBy(one) === options.event) ?? senders[0];
  const event = eventOf(
    plan,
    options.event ?? (consumer === undefined ? undefined : startedBy(consumer)),
    options,
  );
  const example = exampleOf(options.example, event);
  const templates = readTemplates(
    { ...plan, consumers: [{ templates: [{ value: file, span: plan.name.span }] }] },
    location.root,
    disk,
  );
  const text = templates.files.get(file)?.text;
  if (text === undefined) {
    const why = templates.unreadable.find(({ path }) => path.value === file)?.why ?? "there is no such file";
    throw new UsageError(`the template "${file}" can't be read: ${why}`);
  }
  const snippets = new Map(
    plan.snippets.flatMap(({ name, template }) => {
      const snippet = templates.files.get(template.value);
      return snippet === undefined ? [] : [[name.value, snippet.text.replace(/\n$/, "")] as const];
    }),
  );
  const liquid = liquidEngine();
  const shown = preview({ plan, file, text, consumer, event, example, snippets }, liquid);
  const report = {
    version: version(),
    file,
    consumer: consumer?.name.value,
    event: event?.name.value,
    example,
    examples: event?.examples.length ?? 0,
    preview: shown,
    sources: new Sources(new Map([[file, text]])),
  };
  await print(terminal, globals, {
    text: ({ paint }) => previewText(report, { paint }),
    json: () => previewJson(report),
    markdown: () => previewMarkdown(report),
    html: () => previewHtml(report),
  });
  return shown.message.sent || globals.failOn === "never" ? exitCodes.clean : exitCodes.findings;
}

/** The path of the template from the project root. */
function fileOf(terminal: Terminal, { root }: PlanLocation, plan: Plan, named: string): string {
  const here = resolve(terminal.cwd, named);
  const inProject = resolve(root, named);
  const path = existsSync(here) ? here : existsSync(inProject) ? inProject : undefined;
  if (path !== undefined) {
    const file = relative(root, path).split(sep).join("/");
    if (file.startsWith("../") || file === "..")
      throw new UsageError(`"${named}" lies outside of the project of the plan`);
    return file;
  }
  const consumer = plan.consumers.find(({ name }) => name.value === named);
  const [only, second] = consumer?.templates ?? [];
  if (only !== undefined && second === undefined) return only.value;
  if (consumer !== undefined) {
    const paths = consumer.templates.map(({ value }) => value).join(", ");
    throw new UsageError(
      `"${named}" has ${only === undefined ? "no template" : `several templates; name one: ${paths}`}`,
    );
  }
  const known = [
    ...plan.consumers.flatMap(({ name, templates }) => [name.value, ...templates.map(({ value }) => value)]),
  ];
  throw new UsageError(`there is no template "${named}".${didYouMeanText(named, known)}`);
}

function startedBy({ triggers }: Consumer): string | undefined {
  return triggers.flatMap((trigger) => (trigger.kind === "event" ? [trigger.event] : []))[0];
}

function eventOf(
  plan: Plan,
  name: string | undefined,
  { event: asked }: PreviewOptions,
): PlanEvent | undefined {
  const event = plan.events.find((one) => one.name.value === name);
  if (event === undefined && asked !== undefined) {
    const names = plan.events.map((one) => one.name.value);
    throw new UsageError(`the plan has no event "${asked}".${didYouMeanText(asked, names)}`);
  }
  return event;
}

function exampleOf(asked: string | undefined, event: PlanEvent | undefined): number {
  if (asked === undefined) return 1;
  const number = Number(asked);
  if (!/^[1-9]\d*$/.test(asked)) throw new UsageError(`--example counts from 1, so it can't be "${asked}"`);
  if (event === undefined) throw new UsageError("--example needs an event: name it with --event");
  const { length } = event.examples;
  if (number > length)
    throw new UsageError(
      `"${event.name.value}" has ${length === 0 ? "no example" : `no example ${asked}: it has ${length}`}`,
    );
  return number;
}
