export const gtag = (...args: unknown[]) => window.gtag(...args);
