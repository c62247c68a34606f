window.Shop = window.Shop || {};

window.Shop.tracking =
  window.Shop.tracking ||
  (function () {
    this._log = function (type, category, action, value) {
      ga("send", type, category, action, value);
    };
    this.log = function (action, value) {
      this._log("event", "(visitor)", action, value);
    };
    this.view = function () {
      this._log("pageview", "/");
    };
    return this;
  })();

(function (Shop) {
  Shop.cart = {};
  Shop.cart.opened = function (name) {
    mixpanel.track(name);
  };
})(window.Shop);
