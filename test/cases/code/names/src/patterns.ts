// What replaces and is replaced may have names of their own.
export const SPACES: RegExp = /\s+/g;
export const between = "_";
export default { SPACES, between };
