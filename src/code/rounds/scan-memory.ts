// What a scan leaves for a later one: everything that it found, as text, and how that becomes a scan again.
import type { Span } from "../../diagnostics/diagnostic.js";
import type { Plan } from "../../plan/plan.js";
import type { CodeProblem, Emission, Silence, SkippedFile } from "../emission.js";
import type { CodeLooks } from "../files/looks.js";

/** Where scans are kept, by whoever knows how to tell whether the disk is still the same. */
export type ScanMemory = {
  /** What was kept under a key, and what of all that was looked at for it gives the same again. */
  recall(key: string, looks: (files: number) => CodeLooks): Recalled | undefined;
  /** Begins to take notes of a scan, which may build on one that was kept. */
  begin(before?: Recalled): ScanNotes;
};

export type Recalled = {
  readonly text: string;
  /** How many files had been read for it. */
  readonly noted: number;
  /** Whether all that was looked at is the same, and whether a file is. */
  readonly isWhole: boolean;
  isSame(path: string): boolean;
  /** What was kept beside it for a scan after an edit; undefined where there is none. */
  record(): string | undefined;
  /** The bytes of a file as the scan saw them; undefined where they are others now. */
  read(path: string): Buffer | undefined;
};

export type ScanNotes = {
  /** The same looks, with what they show written down. */
  noted(looks: CodeLooks): CodeLooks;
  /**
   * Keeps what came of it all, with what a scan after an edit needs. `also` are the files on which it hangs and that need
   * not be looked at again, as they are the same as before.
   */
  keep(key: string, text: string, more?: { readonly record: string; readonly also: Iterable<string> }): void;
};

/** What is kept of a scan of all files; what hangs on the files that are asked about is worked out anew. */
export type KeptScan = {
  readonly emissions: readonly Emission[];
  readonly given: readonly Emission[];
  readonly suspects: readonly Emission[];
  readonly problems: readonly CodeProblem[];
  readonly skipped: readonly SkippedFile[];
  readonly silences: readonly Silence[];
  /** The paths of the files that were scanned. */
  readonly files: readonly string[];
  readonly parsed: number;
  /** False where a folder could not be listed. */
  readonly whole: boolean;
};

/** Everything beside the disk that a scan of a project depends on. */
export function scanKey(
  plan: Plan | undefined,
  asked: { readonly [what in "tests" | "places" | "given" | "suspects"]: boolean },
): string {
  return JSON.stringify([
    ...[asked.tests, asked.places, asked.given, asked.suspects],
    plan?.code.calls ?? [],
    plan?.code.presets.map(({ value }) => value) ?? [],
    plan?.code.exclude.map(({ value }) => value) ?? [],
    plan?.targets.map(({ name, out }) => [name.value, out.value]) ?? [],
  ]);
}

/** A scan as text; undefined where a number in it has no form in JSON. */
export function scanToText(scan: KeptScan, places: boolean): string | undefined {
  let exact = true;
  const written = (one: Emission): PlacedEmission => (places ? withPlaces(one) : one);
  const text = JSON.stringify(
    {
      ...scan,
      emissions: scan.emissions.map(written),
      given: scan.given.map(written),
      suspects: withoutPlaces(scan.suspects),
    },
    (_key, value: unknown) => {
      if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) exact = false;
      return value;
    },
  );
  return exact ? text : undefined;
}

/** The scan that a text was made of. */
export function scanFromText(text: string): KeptScan {
  const scan = JSON.parse(text) as Omit<KeptScan, "emissions" | "given"> & {
    readonly emissions: readonly PlacedEmission[];
    readonly given: readonly PlacedEmission[];
  };
  return { ...scan, emissions: scan.emissions.map(withFunctions), given: scan.given.map(withFunctions) };
}

/** Emissions of which nobody will ask for more places. */
export function withoutPlaces(emissions: readonly Emission[]): readonly Emission[] {
  return emissions.map(({ payloadAt: _payload, timestampAt: _timestamp, ...emission }) => emission);
}

export type PlacedEmission = Omit<Emission, "payloadAt" | "timestampAt"> & {
  readonly places?: readonly [payload: Span | null, timestamp: Span | null];
};

/** An emission with the places that somebody may ask for, worked out. */
export function withPlaces({ payloadAt, timestampAt, ...emission }: Emission): PlacedEmission {
  return { ...emission, places: [payloadAt?.() ?? null, timestampAt?.() ?? null] };
}

/** The emission that it was. */
export function withFunctions({ places, ...emission }: PlacedEmission): Emission {
  const [payload, timestamp] = places ?? [];
  return {
    ...emission,
    ...(payload && { payloadAt: () => payload }),
    ...(timestamp && { timestampAt: () => timestamp }),
  };
}
