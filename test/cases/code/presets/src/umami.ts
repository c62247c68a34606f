// Umami asks a function for what it sends.
const note = (name: string, data: object) =>
  (window as any).umami.track((props: object) => ({ ...props, name, data }));

note("Cart Noted", { lines: 2 });
