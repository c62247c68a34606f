export const built = "Tool Built";
