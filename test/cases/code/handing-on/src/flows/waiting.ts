export const waiting = { put: (text: string) => store.change({ text }) };
