// What the scanner says of a program, held against what the program does: programs that are written at random run, and
// each event that they send has to be one that a call of theirs was said to send.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomProgram } from "./random-program.js";
import { check } from "./truth.js";

/** `PROPERTY_RUNS=10000 PROPERTY_SEED=7` tries more, and others. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 200);
const seed = Number(process.env.PROPERTY_SEED ?? 1);

describe("what is said of a program", () => {
  test("is what it does", () => {
    fc.assert(
      fc.property(
        fc.gen().map((g) => randomProgram(g)),
        (program) => {
          expect(check(program)).toBeUndefined();
        },
      ),
      // Made smaller, a program of this kind is another one: that takes longer than reading it.
      { numRuns, seed, endOnFailure: true },
    );
  });
});
