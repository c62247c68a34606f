import { defineConfig } from "vitest/config";

export default defineConfig({
  // The bound only ends what hangs: a machine that is busy with other work may be ten times as slow.
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/cases/**"],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
