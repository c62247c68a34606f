var Tracker = {
  track: function (name) {
    mixpanel.track(name);
  },
};
var CartView = Backbone.View.extend({
  open: function () {
    this.note("View Opened");
    Tracker.track("View Tracked");
    App.vent.trigger("tracked", "View Vented");
    $(document).trigger("page:tracked", ["View Triggered", { items: 2 }]);
  },
  note: function (name) {
    mixpanel.track(name);
  },
});
App.vent.on("tracked", function (name) {
  mixpanel.track(name);
});
$(document).on("page:tracked", function (event, name, props) {
  mixpanel.track(name, props);
});
