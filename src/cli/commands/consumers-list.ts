// The command `trackwright consumers list`: everything that would feel a change of the plan.
import { scanConsumers } from "../../consumers/consumer-scan.js";
import { type ImpactQuestion, impactOf, isKnown, propertyNames } from "../../consumers/impact.js";
import { didYouMeanText } from "../../diagnostics/did-you-mean.js";
import { disk } from "../../output/file-system.js";
import type { Plan } from "../../plan/plan.js";
import { readTemplates } from "../../plan/templates.js";
import { Sources } from "../../report/findings.js";
import { impactJson, impactMarkdown, impactText } from "../../report/impact.js";
import { type ExitCode, exitCodes, UsageError } from "../exit-codes.js";
import { liquidEngine } from "../liquid.js";
import type { GlobalOptions } from "../options.js";
import { hasErrors, locatePlan, openPlan } from "../pipeline.js";
import { print } from "../print.js";
import type { Terminal } from "../terminal.js";
import { version } from "../version.js";

export async function runConsumersList(
  terminal: Terminal,
  globals: GlobalOptions,
  question: ImpactQuestion,
): Promise<ExitCode> {
  const { event, property, attribute } = question;
  if (attribute !== undefined && (event !== undefined || property !== undefined))
    throw new UsageError("--attribute goes with neither --event nor --property: attributes are of people");
  const location = locatePlan(terminal, globals);
  const loaded = openPlan(location);
  const plan = loaded.value;
  if (plan === undefined) throw new UsageError("the plan can't be read. `trackwright lint` tells why");
  const templates = readTemplates(plan, location.root, disk);
  const liquid = templates.files.size === 0 ? undefined : liquidEngine();
  const scan = scanConsumers(plan, templates, liquid);
  const impact = impactOf(plan, scan.references, question);
  if (!isKnown(plan, impact, question)) throw new UsageError(unknown(plan, question));
  const texts = [...loaded.files, ...templates.files.values()];
  const report = {
    version: version(),
    question,
    impact,
    sources: new Sources(new Map(texts.map(({ path, text }) => [path, text]))),
  };
  await print(terminal, globals, {
    text: ({ paint }) => impactText(report, { paint, verbose: globals.verbose }),
    json: () => impactJson(report),
    markdown: () => impactMarkdown(report),
  });
  if (!globals.quiet) {
    if (hasErrors(loaded.diagnostics))
      terminal.stderr.write("The plan has errors, so the list may be incomplete: run `trackwright lint`\n");
    for (const { path, why } of scan.unreadable)
      terminal.stderr.write(`The template "${path.value}" was not read: ${why}\n`);
    const broken = new Set(scan.problems.filter(isBroken).map(({ span }) => span.file));
    for (const file of broken)
      terminal.stderr.write(`The template "${file}" was not read in full: run \`trackwright lint\`\n`);
  }
  return exitCodes.clean;
}

function isBroken({ kind }: { readonly kind: string }): boolean {
  return kind === "syntax";
}

/** Nobody knows what was asked about: a typo, most likely. */
function unknown(plan: Plan, { event, property, attribute }: ImpactQuestion): string {
  const names = (things: readonly { readonly name: { readonly value: string } }[]): readonly string[] =>
    things.map(({ name }) => name.value);
  if (attribute !== undefined)
    return `the plan has no attribute "${attribute}", and no consumer reads one.${didYouMeanText(attribute, names(plan.people.attributes))}`;
  if (event !== undefined && !names(plan.events).includes(event))
    return `the plan has no event "${event}", and no consumer refers to one.${didYouMeanText(event, names(plan.events))}`;
  const of = event === undefined ? "" : ` of "${event}"`;
  return `the plan has no property "${property ?? ""}"${of}, and no consumer reads one.${didYouMeanText(property ?? "", propertyNames(plan, event))}`;
}
