angular.module("shop").controller("Checkout", function ($scope, $analytics) {
  var self = this;
  $scope.pay = function () {
    $scope.paid("Checkout Paid", 3);
    self.left("Checkout Left");
  };
  $scope.paid = function (name, items) {
    $analytics.eventTrack(name, { items: items });
  };
  self.left = function (name) {
    $analytics.eventTrack(name);
  };
});
module.exports = function (app) {
  app.count = function (name) {
    mixpanel.track(name);
  };
  app.get("/checkout", function () {
    app.count("Checkout Seen");
  });
};
