define(["jquery", "amd/events"], function ($, events) {
  $("#save").on("click", function () {
    events.track("Saved", { from: "main" });
  });
});

require(["events"], function (events) {
  events.track("Required");
});
