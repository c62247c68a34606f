export function createContainer(factories) { const out = {}; Object.keys(factories).forEach((key) => { Object.defineProperty(out, key, { get: () => factories[key]() }); }); return out; }
