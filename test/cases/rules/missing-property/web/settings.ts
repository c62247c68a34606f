export const SETTINGS = { WITH_CART: true, WITH_NOTES: false } as const;
export const WITH_VALUE = true;
export const state = { hasValue: true };
