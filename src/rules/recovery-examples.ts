// The plan that the examples of the rules about recovery messages share: a checkout, and a letter to who leaves it.

/** `suppress` is the last line of the sequence, `message` the lines of the campaign behind its trigger. */
export function recoveryExample({
  suppress,
  message,
}: {
  readonly suppress: string;
  readonly message: string;
}): string {
  return `
events:
  Started Checkout:
    description: The checkout page is open.
    properties: { cart_id: uuid }
  Order Completed:
    description: An order is paid.
    properties: { cart_id: uuid }
sequences:
  checkout:
    steps: [Started Checkout, Order Completed]
    key: cart_id
${suppress === "" ? "" : `    ${suppress}\n`}consumers:
  Abandoned checkout:
    kind: campaign
    description: One email to those who began to check out and did not order.
    trigger: Started Checkout
${message}`;
}

/** What a sequence says of the messages that follow up on it. */
export const suppressLine = "suppress: { on: Order Completed, wait: 45m }";
