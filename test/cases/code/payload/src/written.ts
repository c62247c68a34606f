// Texts that methods make of what is not known, or is a number.
export function tell(cart: { note: { text: string } } | undefined, order: any, reasons: string[], size?: number) {
  analytics.track("Counted", { letters: cart?.note.text.length.toString(), again: order.count.toString() });
  analytics.track("In Base", { code: order.code.toString(36), size: size?.toString() });
  analytics.track("Joined", { reasons: order.refused.reasons.join(", "), own: reasons.join() });
  analytics.track("Joined A Room", { room: order.socket.join("room") });
}
