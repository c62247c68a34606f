angular.module("shop").service("journal", [
  "$window",
  function ($window) {
    this.log = function (name, props) {
      $window.mixpanel.track(name, props);
    };
  },
]);
angular.module("shop").factory("events", function () {
  return {
    send: function (name) {
      mixpanel.track(name);
    },
  };
});
angular.module("shop").service("notes", Notes);
angular.module("shop").run(function ($rootScope) {
  $rootScope.$on("noted", function (event, name) {
    mixpanel.track(name);
  });
});

class Notes {
  /* @ngInject */
  constructor(events) {
    this.events = events;
  }
  write(name) {
    this.events.send(`Note ${name}`);
  }
}

// A factory that is a constant, whose methods stand in a function of the team's own.
const quietly = (act) =>
  function quiet(...given) {
    try {
      return act.apply(this, given);
    } catch {
      return undefined;
    }
  };
const shelf = function ($window) {
  return { put: quietly((name) => $window.mixpanel.track(name)) };
};
angular.module("shop").factory("shelf", shelf);
angular.module("shop").controller("Shelf", function (shelf) {
  shelf.put("Shelf Filled");
});
