// Compiles src/code/words/words.wat to words-code.ts beside it.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import loadWabt from "wabt";

const at = (name) => fileURLToPath(new URL(`../src/code/words/${name}`, import.meta.url));

/** The text of words-code.ts. */
export async function wordsCode() {
  const wabt = await loadWabt();
  const source = wabt.parseWat("words.wat", readFileSync(at("words.wat"), "utf8"));
  source.resolveNames();
  source.validate();
  const { buffer } = source.toBinary({});
  source.destroy();
  return `// Made of words.wat by \`npm run words\`: the compiled module.

/** In base64. */
export const wordsCode =
  "${Buffer.from(buffer).toString("base64")}";
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(at("words-code.ts"), await wordsCode());
