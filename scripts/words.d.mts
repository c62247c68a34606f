/** The text of src/code/words/words-code.ts, compiled from words.wat. */
export function wordsCode(): Promise<string>;
