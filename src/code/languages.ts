// Which files hold code that is scanned, in which language, and which of them are tests or declarations.
import type { CodeLanguage } from "./emission.js";

/** A source file that may be scanned. */
export type CodeFile = {
  /** Relative to the project root, with `/`. */
  readonly path: string;
  readonly language: CodeLanguage;
  readonly test: boolean;
  /** True for what the plan generates: read where it is imported, never scanned. */
  readonly generated?: boolean;
};

const extensions: ReadonlyMap<string, CodeLanguage> = new Map([
  [".ts", "typescript"],
  [".tsx", "typescript"],
  [".mts", "typescript"],
  [".cts", "typescript"],
  [".js", "javascript"],
  [".jsx", "javascript"],
  [".mjs", "javascript"],
  [".cjs", "javascript"],
  [".vue", "vue"],
  [".svelte", "svelte"],
  [".astro", "astro"],
]);

/** The endings of the files that are scanned, in the order in which an import without one is completed. */
export const codeExtensions: readonly string[] = [...extensions.keys()];

/** The language of a file by its name; undefined where it is not scanned. */
export function languageOf(path: string): CodeLanguage | undefined {
  const dot = path.lastIndexOf(".");
  if (dot < 0) return undefined;
  if (template.test(path)) return "angular";
  const language = extensions.get(path.slice(dot));
  if (language === undefined || declaration.test(path) || minified.test(path)) return undefined;
  return language;
}

/** Whether code stands in files of a language beside markup: in scripts, and in handlers of events. */
export function isComponent(language: CodeLanguage): boolean {
  return language !== "typescript" && language !== "javascript";
}

/** The templates of Angular's components, beside the files of their classes. */
const template = /\.(?:component|page)\.html$/;

const declaration = /\.d\.(?:[^./]+\.)?[cm]?ts$/;
/** Built for browsers by some tool: nobody's source. */
const minified = /[.-]min\.[cm]?js$|\.bundle\.js$|(?:^|\/)(?:mockServiceWorker|\.pnp)\.[cm]?js$/;

const testFile =
  /\.(?:(?:client|server|unit|integration|int|api|browser|dom)?[-_]?tests?|test-d|spec|specs|stories|story|cy|e2e|e2e-spec|bench|fixture|mock)\.[^./]+$/;
const testFolder =
  /(?:^|\/)(?:__tests__|__test__|__mocks__|__fixtures__|tests?|specs?|e2e|cypress|playwright|fixtures|mocks|\.storybook)\//;
const testSetup = /(?:^|\/)(?:jest|vitest|playwright|cypress)\.(?:config|setup|workspace)\.[^./]+$/;

/** Whether a file belongs to tests, by its name and its folders. */
export function isTestPath(path: string): boolean {
  return testFile.test(path) || testFolder.test(path) || testSetup.test(path);
}
