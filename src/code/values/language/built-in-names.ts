// The language's own methods by what they give.

export const textMethods: ReadonlyMap<string, (text: string) => string> = new Map([
  ["toLowerCase", (text) => text.toLowerCase()],
  ["toUpperCase", (text) => text.toUpperCase()],
  ["trim", (text) => text.trim()],
  ["toString", (text) => text],
  ["valueOf", (text) => text],
]);
export const givesText = new Set([
  "toLowerCase",
  "toUpperCase",
  "toLocaleLowerCase",
  "toLocaleUpperCase",
  "trim",
  "trimStart",
  "trimEnd",
  "replace",
  "replaceAll",
  "substring",
  "substr",
  "padStart",
  "padEnd",
  "repeat",
  "charAt",
  "normalize",
  "toDateString",
  "toLocaleDateString",
  "toLocaleTimeString",
  "toLocaleString",
]);
export const givesBoolean = new Set([
  "includes",
  "startsWith",
  "endsWith",
  "some",
  "every",
  "hasOwnProperty",
  "test",
]);
export const givesNumber = new Set([
  "indexOf",
  "lastIndexOf",
  "getTime",
  "valueOf",
  "charCodeAt",
  "localeCompare",
]);
