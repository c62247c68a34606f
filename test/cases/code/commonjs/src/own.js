const mixpanel = require("mixpanel").init("token");

exports.log = function (name, props) {
  mixpanel.track(name, props);
};
module.exports.click = (what) => exports.log(`Clicked ${what}`);

exports.log("Own Export", { items: 2 });
module.exports.click("Buy");
