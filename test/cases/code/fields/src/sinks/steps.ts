import mixpanel from "mixpanel-browser";
import { Steps } from "./types";

// Who has it knows it by an interface that another one extends, which a class above implements.
export class ShopSteps extends Steps {
  advance(step: string) {
    mixpanel.track(step);
  }
}
