import Component from "@ember/component";
import { inject as service } from "@ember/service";
import { task } from "ember-concurrency";

export default Component.extend({
  metrics: service(),
  shopEvents: service(),

  pay: task(function* () {
    this.metrics.trackEvent({ action: "Pay Clicked", category: "Checkout" });
    this.metrics.trackEvent({ event: "paid", total: 5 });
    this.shopEvents.send({ event: "Service of a Classic Component" });
  }),
});
