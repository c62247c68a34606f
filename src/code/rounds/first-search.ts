// What the first search of a project looks for beside names: calls that look like those of emitters, requests that carry
// events, and methods that mean much else unless a client is named in the same file.

import {
  handedPattern,
  holdsEmitter,
  hookPattern,
  isEmitterName,
  spokenMethods,
} from "../effects/emitter-names.js";
import { decoratorPattern, decoratorWords } from "../effects/guessing/decorated.js";
import { mutationPattern, mutationWord } from "../effects/guessing/mutations.js";
import { isAboutPath, mayRelay, relayWords } from "../effects/guessing/relays.js";
import { importsAnalytics, spokenFunctions } from "../effects/guessing/spoken-names.js";
import { suspectPattern, suspectWord } from "../effects/guessing/suspect-words.js";
import { maySayTable, tableWord } from "../effects/guessing/tables.js";
import { commandPattern } from "../effects/guessing/told-first.js";
import { apiPattern, apiWords } from "../effects/requests/api-routes.js";
import { messagePattern, requestPattern } from "../effects/requests/http.js";
import { toldPattern } from "../syntax/told-objects.js";
import type { Mark, Marks } from "../words/words.js";
import type { FileTest } from "./prefilter.js";

const emitter = 1;
const handed = 2;
const request = 4;
const method = 8;
const api = 16;
const spoken = 32;
const message = 64;
const action = 128;
const imported = 256;
const relay = 512;
const table = 1024;
const decorator = 2048;
const told = 4096;
const mutation = 8192;
const suspect = 16384;

/** What packages about analytics have in their names. */
const aboutAnalytics = ["analytics", "telemetry", "amplitude", "mixpanel", "segment", "posthog"];

/** Actions that are dispatched by a text that says what they do. */
const actionPattern =
  /\bdispatch\s*\(\s*(?:\{\s*type\s*:\s*)?["'`](?:[\w-]+\/)*_?(?:track|log|send|emit|record|capture|report)\w*["'`]/;
const commonPattern = /\.\s*(?:page|screen|group|alias|event|batch)\s*(?:\?\.\s*)?\(/;
/** The same methods as functions, which Google's packages export. */
const importedPattern =
  /\{[^{}]*\bevent\b[^{}]*\}\s*(?:=\s*require\s*\(|from)\s*["'](?:react-ga4?|vue-gtag(?:-next)?|nextjs-google-analytics)["']/;
/** What other things do, too, told to a client of analytics. */
const spokenPattern =
  /(?:analytics|telemetry|amplitude|mixpanel|posthog|segment)\w*(?:\(\))?[!?]?\.\s*(?:event|send|log|record|fire|report|emit|publish|logCustomEvent|sendCustomEvent)\s*\(\s*(?:["'`{]|(?:[\w$]+\.)*\w*(?:event|name|key|action|type)\s*[,)])/i;
/** What sends something, where something out of a package about analytics is imported. */
const sendingPattern =
  /\.\s*(?:event|send|log|record|fire|report|emit|publish)\s*(?:\?\.\s*)?\(\s*(?:["'`{]|\w*[eE]vent)/;
/** What puts an event into a queue of them. */
const queuingPattern = /\b(?:analytics|telemetry)\s*\.\s*(?:push|enqueue|queue)\s*\(/i;
/** The same out of what is about analytics: `import { add } from "our-analytics"`. */
const spokenImport = new RegExp(
  `\\{[^{}]*\\b(?:${spokenFunctions.join("|")})\\b[^{}]*\\}\\s*from\\s*["'][^"'\\n]*(?:${aboutAnalytics.join("|")})`,
);
/** What makes a client everybody's: what is called on it leads there. */
const globalPattern =
  /\b(?:window|self|global|globalThis)\s*\.\s*(?:analytics|telemetry|amplitude|mixpanel|segment|posthog)\s*=(?!=)/;
/** What logs else is no telemetry. */
const loggerPattern = /telemetry\w*\s*(?:\?\.|\.)\s*log(?:Error)?\s*\(/i;
const clientPattern =
  /analytics|rudder|segment|posthog|customerio|_cio|react-ga|vue-gtag|htevents|telemetry|openreplay|clarity|fullstory|hotjar/i;

/** How a preload of Electron's makes something global. */
const bridge = "exposeInMainWorld";

/** The tests of a file's bytes, each with what the words of a file that passes it are marked with. */
export const firstTests: readonly FileTest[] = [
  { marks: emitter, test: holdsEmitter },
  { marks: emitter, test: (bytes) => hookPattern.test(bytes) },
  { marks: handed, test: (bytes) => handedPattern.test(bytes) },
  { marks: request, test: (bytes) => requestPattern.test(bytes) },
  { marks: api, test: (bytes) => apiPattern.test(bytes) },
  { marks: message, test: (bytes) => messagePattern.test(bytes) },
  // What a preload hands to a page whole may be made elsewhere: no name of it stands where it is handed on.
  { marks: message, test: (bytes) => bytes.includes(bridge) },
  { marks: action, test: (bytes) => actionPattern.test(bytes) },
  { marks: spoken, test: (bytes) => loggerPattern.test(bytes) },
  { marks: spoken, test: (bytes) => spokenPattern.test(bytes) },
  { marks: imported, test: (bytes) => spokenImport.test(bytes) },
  { marks: spoken, test: (bytes) => importsAnalytics(bytes) && sendingPattern.test(bytes) },
  { marks: imported, test: (bytes) => queuingPattern.test(bytes) },
  { marks: imported, test: (bytes) => globalPattern.test(bytes) },
  { marks: relay, test: mayRelay, isAbout: isAboutPath },
  { marks: table, test: maySayTable },
  { marks: decorator, test: (bytes) => decoratorPattern.test(bytes) },
  { marks: decorator | mutation | table, test: (bytes) => commandPattern.test(bytes) },
  { marks: mutation, test: (bytes) => mutationPattern.test(bytes) && /[mM]utat/.test(bytes) },
  {
    marks: told,
    test: (bytes) => toldPattern.test(bytes) && /\bmeta\s*:/.test(bytes),
  },
  {
    marks: method,
    test: (bytes) => clientPattern.test(bytes) && (commonPattern.test(bytes) || importedPattern.test(bytes)),
  },
];

/** Calls that look like those that send events, for the last search: those of emitters were found before. */
export const suspectTests: readonly FileTest[] = [
  { marks: suspect, test: (bytes) => suspectPattern.test(bytes) },
];

const hookWord = /^use(?:Track|Log|Send|Emit|Record|Capture|Report)[A-Z]/;

const handedWords = [
  ...["Fn", "Func", "Function", "Callback", "Cb", "Handler"].map((end) => `track${end}`),
  "onTrack",
  "onTrackEvent",
];
const requestWords = [
  ...["event", "events", "telemetry", "track", "tracking"],
  ...["analytics", "collect", "measure", "capture", "ingest"],
];
const methodWords = ["page", "screen", "group", "alias", "event", "batch"];

/** The marks of words: no file passes a test whose words have not its mark. */
export const firstMarks: Marks = {
  words: [
    ...handedWords.flatMap((word): Mark[] => [
      { word, marks: handed },
      { word: `_${word}`, marks: handed },
    ]),
    ...["matomo", "piwik"].map((word): Mark => ({ word, marks: suspect })),
    ...requestWords.map((word): Mark => ({ word, marks: request, place: "path" })),
    ...apiWords.map((word): Mark => ({ word, marks: api })),
    ...aboutAnalytics.map((word): Mark => ({ word, marks: imported | table })),
    { word: "tracking", marks: table },
    { word: "Track", marks: table },
    ...decoratorWords.map((word): Mark => ({ word, marks: decorator })),
    { word: "meta", marks: told },
    ...["report", "log", "record", "send", "capture", "emit"].flatMap((verb) =>
      ["Interaction", "Impression", "Conversion"].map(
        (what): Mark => ({ word: `${verb}${what}`, marks: emitter }),
      ),
    ),
    { word: "sendMessage", marks: message },
    { word: bridge, marks: message },
    { word: "dispatch", marks: action },
    ...[...relayWords, "hitType"].map((word): Mark => ({ word, marks: relay })),
    ...methodWords.map((word): Mark => ({ word, marks: method, place: "method" })),
    ...[...spokenMethods].map((word): Mark => ({ word, marks: spoken, place: "method" })),
  ],
  endings: [
    "vent",
    "ents",
    "tics",
    "etry",
    "king",
    "tude",
    "anel",
    "thog",
    "ment",
    "tric",
    "rack",
    "ture",
    "ayer",
    "ToGA",
    "oGA4",
    "oGTM",
    "elay",
    "sync",
    "ENTS",
    "VENT",
    "tomo",
    "tats",
    "mand",
  ],
  markOf: (word) =>
    (/^_?(?:track|log|send|emit|record|capture|report)/.test(word) ||
    isEmitterName(word) ||
    hookWord.test(word)
      ? emitter
      : 0) |
    (/telemetry$/i.test(word) ? spoken : 0) |
    (tableWord.test(word) ? table : 0) |
    (mutationWord.test(word) ? mutation : 0) |
    (suspectWord.test(word) ? suspect : 0),
  dollar: emitter | handed | request | spoken | relay | table | decorator,
};
