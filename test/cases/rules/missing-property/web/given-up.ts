// What a function gives when it gives up is not what it gives.
function cleaned(given: Record<string, unknown>, depth = 0): Record<string, unknown> {
  if (isBroken() || depth > 10) return {};
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!key.startsWith("_")) kept[key] = typeof value === "object" ? cleaned(value as object, depth + 1) : value;
  }
  return kept;
}

analytics.track("Left Checkout", cleaned({ cart_id: "1", cart_value: 2, page_path: "/", step: 1 }));
