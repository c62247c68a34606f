// The messages that a generated tracker sends, and the interface of what takes them. Generated code declares the
// same types itself, so that it depends on nothing.

/** Whom a message is about. */
export type PersonIdentifiers = {
  readonly id?: string | number | undefined;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly anonymous_id?: string | undefined;
};

/** An event on its way to a destination: plain data, so that it can wait in a queue. */
export type TrackMessage = {
  readonly call: "track" | "page" | "screen";
  readonly event: string;
  readonly properties: { readonly [key: string]: unknown };
  readonly who: PersonIdentifiers;
  /** The same key is the same event, however often it is sent. */
  readonly idempotencyKey?: string | undefined;
  /** When it happened, in Unix seconds; where it is missing, when it is received. */
  readonly timestamp?: number | undefined;
};

/** A person's attributes on their way to a destination: plain data. */
export type IdentifyMessage = {
  readonly who: PersonIdentifiers;
  readonly attributes: { readonly [key: string]: unknown };
  /** True where some attributes of a profile change, false where all of them are given. */
  readonly update: boolean;
};

/** Where a tracker sends: what the methods return, a promise or not, the tracker returns. */
export type Destination<Result = void | Promise<void>> = {
  track(message: TrackMessage): Result;
  identify(message: IdentifyMessage): Result;
};
