/** Puts in what all have. */
export function addDefaults(data: Record<string, unknown>) {
  data.step = 1;
  data.page_path = "/";
}

/** Its name says that it puts something in; it hands on what it is given. */
export function setNote(name: string, data: Record<string, unknown>) {
  appendNote(name, data);
}

function appendNote(name: string, data: Record<string, unknown>) {
  analytics.track(name, data);
}

export function addThrough(data: Record<string, unknown>) {
  addDefaults(data);
}
