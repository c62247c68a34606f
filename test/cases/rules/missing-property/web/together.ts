// One condition decides over all of it: one mistake.
analytics.track("Started Checkout", {
  page_path: "/",
  ...(cart ? { cart_id: cart.id, cart_value: cart.total } : {}),
});
// Each of several payloads lacks the same.
analytics.track("Left Checkout", isEmpty ? { page_path: "/", step: 1 } : { page_path: "/", step: 2 });

// Somebody asks whether it is there: where it is sent, all of it is.
type Props = { sent?: { cart_id: string; cart_value: number; page_path: string; step: number } };
function leave({ sent }: Props) {
  if (sent) analytics.track("Left Checkout", { ...sent });
}
function leaveAs({ title, ...others }: Props & { title: string }) {
  if (title === "left" && others.sent !== undefined) analytics.track("Left Checkout", { ...others.sent });
}
const all = { cart_id: "a", cart_value: 1, page_path: "/", step: 1 };
leave({ sent: isOpen ? all : undefined });
leaveAs({ title: "left", sent: isOpen ? all : undefined });
