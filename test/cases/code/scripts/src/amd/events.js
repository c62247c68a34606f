define(["mixpanel"], function (mixpanel) {
  return {
    track: function (name, props) {
      window.mixpanel.track(name, props);
    },
  };
});
