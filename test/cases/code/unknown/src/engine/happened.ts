import { shopProcess } from "./process";

type Happened = { name: string; [key: string]: unknown };

// What happened is handed on whole, as an event.
export function fireEvent(content: Happened) {
  return shopProcess.request({ Event: content });
}

// What a bus is told is its own.
export function emitEvent(content: Happened) {
  return shopProcess.request({ Event: content });
}

// This hands on something else.
export function sendEvent(content: Happened) {
  return shopProcess.request({ Message: content });
}
