declare const port: { postMessage(message: unknown): void };

export const useConnection = () => ({ request: async (message: unknown) => port.postMessage(message) });
