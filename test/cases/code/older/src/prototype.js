function Journal(client) {
  this.client = client || mixpanel;
}
Journal.prototype = {
  constructor: Journal,
  write: function (name, props) {
    this.client.track(name, props);
  },
};
Object.assign(Journal.prototype, {
  note(name) {
    this.write(`Noted ${name}`, { short: true });
  },
});

new Journal().write("Written by Prototype", { items: 2 });
new Journal().note("Down");
