import Service from "@ember/service";
import mixpanel from "mixpanel-browser";

export default class ShopEvents extends Service {
  send(options) {
    mixpanel.track(options.event, options.props);
  }
}
