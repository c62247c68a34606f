// A component whose prop is a name, which others give it by what they spread.
import analytics from "@segment/analytics-react-native";
import { Pressable } from "react-native";

export function Touch({ event, onPress }: { event?: string; onPress: () => void }) {
  return (
    <Pressable
      onPress={() => {
        if (event) analytics.track(event);
        onPress();
      }}
    />
  );
}
