import Component from "@glimmer/component";
import { service } from "@ember/service";

export default class Cart extends Component {
  @service shopEvents;
  @service("shop-events") named;

  open() {
    this.shopEvents.send({ event: "Service Opened", props: { items: 2 } });
    this.named.send({ event: "Service Named" });
  }
}
