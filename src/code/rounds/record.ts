// What a scan leaves for a scan after an edit: what is known of each file, and every look with what it hung on, so that
// looks are left out which would come to the same again.
import type { CallIndex } from "../effects/callee-names.js";
import type { HandedOn } from "../effects/handed-props.js";
import type { Listener } from "../effects/messages/channels.js";
import type { Renamed } from "../effects/renames.js";
import type { CodeProblem, Emission } from "../emission.js";
import type { SiteContext } from "../emissions/sites.js";
import type { Work } from "../values/linker.js";
import type { Basis } from "../values/seen.js";
import type { Traces } from "../values/traces.js";
import type { Word } from "../words/words.js";

/** What is known of a file that was parsed, from its bytes alone. */
export type FileFacts = {
  readonly problems: readonly CodeProblem[];
  /** Why it was not read. */
  readonly skipped: string | undefined;
  /** Undefined where it is no module. */
  readonly traces: Traces | undefined;
  /** Undefined where nobody asked for its calls. */
  candidate: Candidate | undefined;
};

/** What rounds ask of each file that is looked at. */
export type Candidate = {
  readonly calls: CallIndex;
  /** The names that it gives to what it exports again. */
  readonly renames: readonly Renamed[];
  /** The names that it hands on under keys. */
  readonly handed: readonly HandedOn[];
};

/** What a look at a call asked about what changes while a project is searched, and the answers that it got. */
export type Asked = {
  /** The effects that functions had, by what tells effects from each other. */
  readonly effects: readonly (readonly [id: string, effects: readonly string[]])[];
  /** The rest: undefined where it was not asked. */
  readonly guessing: SiteContext["guessing"] | undefined;
  readonly listeners: readonly number[] | undefined;
  /** Of functions, by file and place, whether they emit inside. */
  readonly inside: readonly (readonly [file: string, start: number, end: number, does: boolean])[];
  /** Of keys, to what functions are handed under them. */
  readonly keys: readonly (readonly [key: string, beside: readonly string[]])[];
};

/** A look at a call. */
export type LookRecord = {
  /** Tells it from all other looks, of this scan and of those that it took over from. */
  readonly version: number;
  readonly work: Work;
  readonly basis: Basis;
  readonly asked: Asked;
  readonly told: readonly KeptTold[];
};

export type KeptTold = {
  readonly emission: Emission | undefined;
  readonly owner: string | undefined;
  readonly through: readonly string[];
  /** What of the effect that its owner has is asked without it. */
  readonly handed: { readonly preset: string; readonly root: string } | undefined;
  readonly isGiven?: true;
};

/** A look for those that call a function which hands names on. */
export type OwnerRecord = {
  readonly version: number;
  readonly work: Work;
  readonly basis: Basis;
  readonly effects: readonly string[];
  readonly words: readonly Word[];
  readonly listener:
    | (Pick<Listener, "channel" | "at" | "words"> & {
        readonly kind?: Listener["kind"];
        readonly makers?: Listener["makers"];
      })
    | undefined;
};

/** A search of all files that were not looked at by then, and those that it found. */
export type SearchRecord = { readonly words: readonly string[]; readonly found: readonly string[] };

export type ScanRecord = {
  /** The files of the project and of what the plan generates, and which of them were scanned. */
  readonly listed: readonly string[];
  readonly scanned: readonly string[];
  /** Folders with a package.json, and configurations. */
  readonly packages: readonly string[];
  readonly configs: readonly string[];
  /** The configurations that were read, by their paths in the project. */
  readonly consulted: readonly string[];
  /** Where imports led. */
  readonly targets: readonly (readonly [key: string, target: string])[];
  /** Files in UTF-16. */
  readonly wide: readonly string[];
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly searches: readonly SearchRecord[];
  /** By call, and by function. */
  readonly looks: ReadonlyMap<string, readonly LookRecord[]>;
  readonly owners: ReadonlyMap<string, readonly OwnerRecord[]>;
  /** Greater than the versions of all looks. */
  readonly next: number;
};
