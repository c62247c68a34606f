export const events = { opened: "Opened" } as const;
