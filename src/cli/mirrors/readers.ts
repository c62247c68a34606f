// The mirrors that `lint` can read, in the order in which they are read. Each is loaded only when it is asked for.
import type { Mirror } from "../../diagnostics/diagnostic.js";
import type { MirrorReader } from "./mirror.js";

export type ReadableMirror = {
  readonly mirror: Mirror;
  /** What was not checked where the plan has errors: "the generated files". */
  readonly what: string;
  load(): Promise<MirrorReader>;
};

export const readableMirrors: readonly ReadableMirror[] = [
  {
    mirror: "generated",
    what: "the generated files",
    load: async () => (await import("./generated.js")).readGenerated,
  },
  {
    mirror: "base",
    what: "the changes since the base",
    load: async () => (await import("./base.js")).readBase,
  },
  {
    mirror: "code",
    what: "the code",
    load: async () => (await import("./code.js")).readCode,
  },
  {
    mirror: "consumers",
    what: "the consumers",
    load: async () => (await import("./consumers.js")).readConsumers,
  },
];
