// Gathers the findings of one stage, and refuses to say the same thing twice.
import type { Diagnostic, Mirror, Severity, Span } from "./diagnostic.js";

type Extra = Partial<Omit<Diagnostic, "rule" | "mirror" | "severity" | "message" | "span">>;

/** Lives as long as one stage runs. */
export class Collector {
  readonly #found: Diagnostic[] = [];
  readonly #mirror: Mirror;

  constructor(mirror: Mirror) {
    this.#mirror = mirror;
  }

  error(rule: string, span: Span, message: string, extra: Extra = {}): void {
    this.#add("error", rule, span, message, extra);
  }

  warning(rule: string, span: Span, message: string, extra: Extra = {}): void {
    this.#add("warning", rule, span, message, extra);
  }

  /** How many findings there are so far: tells whether a step added any. */
  get size(): number {
    return this.#found.length;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#found;
  }

  #add(severity: Severity, rule: string, span: Span, message: string, extra: Extra): void {
    this.#found.push({ rule, mirror: this.#mirror, severity, message, span, ...extra });
  }
}
