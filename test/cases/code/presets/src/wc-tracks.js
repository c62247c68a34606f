// WooCommerce's and WordPress.com's counters are globals of the page.
if (window.wcTracks) window.wcTracks.recordEvent("shop_opened", { from: "menu" });
window._tkq.push(["recordEvent", "shop_closed", { after: 3 }]);
window._tkq.push(["identifyUser", "1"]);
