const { Analytics } = require("@segment/analytics-node");
const client = new Analytics({ writeKey: "k" });

exports.middleware = (req, res, next) => {
  req.report = (name, payload) => client.track({ userId: req.user.id, event: name, properties: payload });
  res.locals.note = (name) => client.track({ userId: "u_1", event: name });
  next();
};
exports.route = (req, res) => {
  req.report("Page Asked", { path: req.path });
  res.locals.note("Page Answered");
  // It stands on no request.
  res.report("Not Sent");
};
