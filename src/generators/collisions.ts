// Two names that meet in several targets are one mistake: says it once.
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { identifierCollision } from "./names.js";

/**
 * The findings of all targets, with one for each pair of names that meet: that about an identifier, which people
 * type, before that about a file.
 */
export function oncePerCollision(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const chosen = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.rule !== identifierCollision) continue;
    const known = chosen.get(pairOf(diagnostic));
    if (known === undefined || (!isOfIdentifier(known) && isOfIdentifier(diagnostic)))
      chosen.set(pairOf(diagnostic), diagnostic);
  }
  return diagnostics.filter(
    (diagnostic) => diagnostic.rule !== identifierCollision || chosen.get(pairOf(diagnostic)) === diagnostic,
  );
}

function pairOf({ span, related }: Diagnostic): string {
  return JSON.stringify([span.file, span.start, related?.[0]?.span ?? ""]);
}

function isOfIdentifier({ message }: Diagnostic): boolean {
  return message.includes(" becomes the identifier ");
}
