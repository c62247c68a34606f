/** What every event carries, beside what callers give. */
export function withShop(given: Record<string, unknown>) {
  return { ...given, shop: "harbor" };
}
