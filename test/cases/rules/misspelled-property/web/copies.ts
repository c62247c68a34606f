// A key that has another name where it is sent is not renamed where it is written.
const prefixed = (given: Record<string, unknown>) => {
  const left: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) left[`cart_${key}`] = value;
  return left;
};
const checkOut = (name: string, given: Record<string, unknown>) => analytics.track(name, prefixed(given));

checkOut("Started Checkout", { "valeu": 40 });
