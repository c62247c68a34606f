// A destination that keeps what it is sent: for the tests of code that tracks.
import type { Destination, IdentifyMessage, TrackMessage } from "./destination.js";

/** What a recorder was sent, in order. */
export type RecordedMessage =
  | ({ readonly kind: "track" } & TrackMessage)
  | ({ readonly kind: "identify" } & IdentifyMessage);

/** A destination in memory. */
export type Recorder = Destination<void> & {
  readonly messages: readonly RecordedMessage[];
  /** Forgets what was sent. */
  clear(): void;
};

/**
 * A destination that keeps its messages, as they were when they were sent: later changes to the objects that the
 * caller passed don't show.
 */
export function recorder(): Recorder {
  const messages: RecordedMessage[] = [];
  return {
    messages,
    track(message) {
      messages.push({ kind: "track", ...structuredClone(message) });
    },
    identify(message) {
      messages.push({ kind: "identify", ...structuredClone(message) });
    },
    clear() {
      messages.length = 0;
    },
  };
}
