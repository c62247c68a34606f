export const load = { address: (address) => new Loader({ address }).start() };
