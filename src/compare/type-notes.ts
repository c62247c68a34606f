// What is noted while two types are compared, before it is known which named types changed.
import type { Span } from "../diagnostics/diagnostic.js";
import type { PropertyEdit } from "./change.js";

/** A change at a place inside of a type. */
export type PlacedEdit = {
  readonly path: readonly string[];
  readonly edit: PropertyEdit;
  /** The named type that was changed, and where in it. */
  readonly via: { readonly type: string; readonly path: readonly string[] } | undefined;
};

/** Where a change belongs that is of no inner property: what was written there, before and now. */
export type Site = { readonly was: Span; readonly at: Span };

/** A pair of named types, one of each plan, with what changed in it and the pairs that it is made of. */
export type Pair = {
  readonly from: string;
  readonly to: string;
  readonly edits: PlacedEdit[];
  readonly links: { readonly path: readonly string[]; readonly pair: Pair }[];
};

/** Where edits and mentions of named types are put while two types are compared. */
export type Notes = Pick<Pair, "edits" | "links">;
