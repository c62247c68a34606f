// What a worklet hands over to the other thread is called there.
import { runOnJS } from "react-native-reanimated";
import { trackEvent } from "./track";

const onEnd: typeof trackEvent = (...args) => trackEvent(...args);
export function swiped() {
  "worklet";
  runOnJS(onEnd)("Card Swiped", { side: "left" });
}
