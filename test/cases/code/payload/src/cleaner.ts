/** What every event carries, beside what callers give. */
export function withShop(given: Record<string, unknown>) {
  return { ...given, shop: "harbor" };
}

const secrets = new Set(["email", "phone"]);

/** All but what nobody is to read. */
export function withoutSecrets(given: Record<string, unknown>) {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (secrets.has(key.toLowerCase())) continue;
    kept[key] = value;
  }
  return kept;
}
