window.shop.send("Viewed Product", { sku: "A1" });
shop.record({ event: "Added to Cart" });
logEvent("Started Checkout");
window.queue.send("Not An Event");

function local(shop) {
  shop.record({ event: "Not An Event Either" });
}
