angular.module("shop").controller("Cart", [
  "$scope",
  "journal",
  "notes",
  "$analytics",
  function ($scope, log, notes, $analytics) {
    log.log("Cart Opened", { items: 2 });
    notes.write("Written");
    $analytics.eventTrack("Cart Counted", { category: "Cart" });
    $scope.close = function () {
      $scope.$emit("noted", "Cart Closed");
    };
  },
]);
angular.module("shop").directive("cart", function (events) {
  return {
    link: function () {
      events.send("Cart Linked");
    },
  };
});
