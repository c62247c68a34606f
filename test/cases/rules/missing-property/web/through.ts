const page = () => ({ title: "Checkout" });

// What no call through a function has is one mistake, and the function's.
function tellWithPage(name: string, data: Record<string, unknown>) {
  analytics.track(name, { ...page(), ...data });
}
const ids = { cart_id: "1", cart_value: 2 };
tellWithPage("Started Checkout", ids);
tellWithPage("Left Checkout", { ...ids, step: 1 });
tellWithPage("Left Checkout", { ...ids, step: 2 });
