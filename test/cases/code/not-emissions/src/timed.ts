// What begins to measure how long something takes sends nothing.
import { Mixpanel } from "mixpanel-react-native";

class Manager {
  private mixpanel?: Mixpanel;
  startTimingEvent = (eventName: string) => {
    if (this.mixpanel && eventName) this.mixpanel.timeEvent(eventName);
  };
}
export const manager = new Manager();
export const startTimingEvent = (eventName: string) => manager.startTimingEvent(eventName);
startTimingEvent("Cart Opened");
