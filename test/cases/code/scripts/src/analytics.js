// UMD, as scripts were written before modules.
(function (global, factory) {
  if (typeof define === "function" && define.amd) define(factory);
  else if (typeof module === "object" && module.exports) module.exports = factory();
  else global.analytics = factory();
})(this, function () {
  function trim(text) {
    return text.replace(/^\s+|\s+$/g, "");
  }
  function titled(text) {
    text = trim(text);
    return text.replace(/[a-z]+/gi, function (word) {
      return word.charAt(0).toUpperCase() + word.slice(1);
    });
  }
  function event(options) {
    var fields = {};
    fields["eventCategory"] = options.category || "Shop";
    if (!options.action) return;
    fields["eventAction"] = titled(options.action);
    send("event", fields);
  }
  function plain(action) {
    send("event", { eventCategory: "Shop", eventAction: trim(action) });
  }
  function view(page) {
    send("pageview", { page: page });
  }
  function send(hitType, fields) {
    if (typeof ga === "function") ga("send", hitType, fields);
  }
  return { event: event, plain: plain, view: view };
});
