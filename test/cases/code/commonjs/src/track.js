const Mixpanel = require("mixpanel");
const client = Mixpanel.init("x");
module.exports = { track: (name, props) => client.track(name, props), NAMES: { opened: "Opened" } };
exports.other = 1;
