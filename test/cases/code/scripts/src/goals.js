function trackGoal(name) {
  mixpanel.track(name);
}

function Counter(prefix) {
  this.prefix = prefix;
}
Counter.prototype.count = function (name) {
  this.send(name);
};
Counter.prototype.send = function (name) {
  mixpanel.track(this.prefix + name);
};
var counter = new Counter("Counter ");
counter.count("Made");
