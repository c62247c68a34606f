// Tells how a workspace differs from the files that were pulled from it: by consumer, in words.
import { compareText } from "../../diagnostics/diagnostic.js";
import type { Pulled } from "./consumer.js";
import { isRecord } from "./json.js";
import { stemOf } from "./pulled-files.js";

/** A file that differs; `found` and `wanted` are its texts in the project and from the workspace. */
export type FileDifference = {
  readonly path: string;
  readonly found: string | undefined;
  readonly wanted: string | undefined;
  /** True where somebody changed the file by hand. */
  readonly edited: boolean;
};

export type MovedOn = {
  readonly change: "new" | "changed" | "gone" | "edited";
  /** `campaign`, `segment`, `snippet`… */
  readonly kind: string;
  readonly name: string;
  /** What of it changed: `state`, `triggers`, `the template of "Opening message"`. */
  readonly what: readonly string[];
  readonly files: readonly string[];
};

/** Groups differing files by the consumer that they belong to; `pulled` is what the workspace has now. */
export function movedOn(
  differences: readonly FileDifference[],
  pulled: readonly Pulled[],
): readonly MovedOn[] {
  const known = new Map(pulled.map((one) => [ownerOf(stemOf(one)), one]));
  const groups = new Map<string, FileDifference[]>();
  for (const difference of differences) {
    const owner = ownerOf(difference.path);
    groups.set(owner, [...(groups.get(owner) ?? []), difference]);
  }
  return [...groups]
    .map(([owner, files]) => describe(owner, files, known.get(owner)))
    .sort(
      (a, b) =>
        compareText(a.kind, b.kind) ||
        compareText(a.name, b.name) ||
        compareText(a.files[0] ?? "", b.files[0] ?? ""),
    );
}

/** `campaign-5` for its JSON and its templates, whatever it is called now; a snippet by its whole name. */
function ownerOf(path: string): string {
  const stem = path.replace(/^templates\//, "").replace(/\/.*$|\.[^/]*$/g, "");
  return /^(?:campaign|broadcast|newsletter|transactional|segment)-\d+(?=-|$)/.exec(stem)?.[0] ?? stem;
}

function describe(owner: string, files: readonly FileDifference[], pulled: Pulled | undefined): MovedOn {
  const facts = files.filter(({ path }) => path.endsWith(".json"));
  const before = parsed(facts.find(({ found }) => found !== undefined)?.found);
  const after = parsed(facts.find(({ wanted }) => wanted !== undefined)?.wanted);
  const known = after ?? before ?? pulled;
  const [kind = "consumer", ...rest] = owner.split("-");
  const isEdited = files.every(({ edited }) => edited);
  const change = isEdited
    ? "edited"
    : facts.length > 0 && after === undefined
      ? "gone"
      : facts.length > 0 && before === undefined
        ? "new"
        : "changed";
  return {
    change,
    kind: typeof known?.kind === "string" ? known.kind : kind,
    name: typeof known?.name === "string" ? known.name : rest.join("-"),
    what: change === "changed" ? whatChanged(before, after, files) : [],
    files: files.map(({ path }) => path).sort(compareText),
  };
}

function whatChanged(
  before: { readonly [key: string]: unknown } | undefined,
  after: { readonly [key: string]: unknown } | undefined,
  files: readonly FileDifference[],
): readonly string[] {
  const keys = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const facts = [...keys].filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]));
  const templates = files
    .filter(({ path }) => !path.endsWith(".json"))
    .map(({ path }) => path.replace(/^.*\//, ""));
  return [...facts, ...templates.map((name) => `template ${name}`)].sort(compareText);
}

function parsed(text: string | undefined): { readonly [key: string]: unknown } | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
