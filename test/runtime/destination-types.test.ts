// The generated tracker declares the messages itself, so that it depends on nothing: they must be the runtime's.
// The types are held to each other by the compiler, in `npm run types`; vitest runs this file with everything else.
import { expectTypeOf, it } from "vitest";
import type * as generated from "../../generated/typescript/index.js";
import type * as runtime from "../../src/runtime/index.js";

it("declares the same messages and destination as the runtime", () => {
  expectTypeOf<generated.TrackMessage>().toEqualTypeOf<runtime.TrackMessage>();
  expectTypeOf<generated.IdentifyMessage>().toEqualTypeOf<runtime.IdentifyMessage>();
  expectTypeOf<generated.PersonIdentifiers>().toEqualTypeOf<runtime.PersonIdentifiers>();
  expectTypeOf<generated.TrackerDestination>().toEqualTypeOf<runtime.Destination>();
});
