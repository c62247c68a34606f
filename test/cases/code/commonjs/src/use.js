const { track, NAMES } = require("./track");
const all = require("./track");
track(NAMES.opened, { a: 1 });
all.track("Closed");
