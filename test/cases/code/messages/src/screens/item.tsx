import { useRoute } from "@react-navigation/native";
import { useLocalSearchParams } from "expo-router";
import posthog from "posthog-js";
import { useEffect } from "react";

const ItemView = ({ openEvent }: { openEvent: string }) => {
  useEffect(() => {
    posthog.capture(openEvent);
  }, [openEvent]);
  return null;
};
const useOwnRoute = () => useRoute<any>();

export function ItemScreen() {
  const route = useOwnRoute();
  return <ItemView openEvent={route.params.openEvent} />;
}
export function MenuScreen({ route }: any) {
  return <button onClick={() => posthog.capture(route.params.menuEvent, { from: "menu" })} />;
}
export function HelpScreen() {
  const { helpEvent } = useLocalSearchParams<any>();
  posthog.capture(helpEvent);
  return null;
}
