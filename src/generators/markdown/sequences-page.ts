// The page of sequences: steps that follow each other, and the recovery message that waits for the last.
import type { Sequence } from "../../plan/plan.js";
import { block, code, inline } from "./escape.js";
import { eventLink, homeLink, type Page, printPage, type Site, titles } from "./site.js";
import { durationText } from "./words.js";

/** The text of sequences.md. */
export function sequencesPage(site: Site): string {
  const page: Page = { site, up: "" };
  return printPage(site.plan, [
    homeLink(page),
    `# ${titles.sequences[0]}`,
    "Events that follow each other for one person.",
    ...site.plan.sequences.flatMap((sequence) => [
      `## ${inline(sequence.name.value)}`,
      sequence.description === undefined ? "" : block(sequence.description.value),
      sequence.steps.map(({ value }, index) => `${index + 1}. ${eventLink(page, value)}`).join("\n"),
      sequenceRules(page, sequence),
    ]),
  ]);
}

/** `Added to Cart → Order Completed`, linked. */
export function stepsText(page: Page, sequence: Sequence): string {
  return sequence.steps.map(({ value }) => eventLink(page, value)).join(" → ");
}

/** What a recovery message must do, as a sentence, or nothing. */
export function suppressionText(page: Page, sequence: Sequence): string {
  const { suppress } = sequence;
  if (suppress === undefined) return "";
  const wait = suppress.wait === undefined ? "" : `waits ${durationText(suppress.wait.value)}, and `;
  return `A recovery message ${wait}stops on ${eventLink(page, suppress.on.value)}.`;
}

function sequenceRules(page: Page, sequence: Sequence): string {
  const key = sequence.key === undefined ? "" : `The steps belong together by ${code(sequence.key.value)}.`;
  const within =
    sequence.within === undefined ? "" : `The last comes within ${durationText(sequence.within.value)}.`;
  return [key, within, suppressionText(page, sequence)]
    .filter((line) => line !== "")
    .map((line) => `- ${line}`)
    .join("\n");
}
