// What this is called on is put in elsewhere; what it is given is Google's.
import { Component } from "react";

export class Adapter {
  layer() {
    return this.page[this.layerName];
  }
  logShopEvent(entry) {
    this.layer()("send", { hitType: "event", eventCategory: "Shop", eventAction: entry.type });
  }
}

export class Desk extends Component {
  leave() {
    this.context.shop.logShopEvent({ type: "desk-left" });
  }
}
