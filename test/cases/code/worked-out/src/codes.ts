export enum Code {
  CartOpened = 1,
  OrderPaid = 2,
}

const snake = (text: string) =>
  text.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, "");

// A table that is turned around: its numbers lead to its names.
export const nameOf = (code: number) => {
  const names = Object.fromEntries(Object.entries(Code).map(([name, of]) => [of, name])) as Record<number, string>;
  const name = names[code];
  if (name) return snake(name);
  throw new Error(`no name of ${code}`);
};
