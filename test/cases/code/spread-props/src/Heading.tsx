import analytics from "@segment/analytics-react-native";
import { Pressable } from "react-native";

// A prop that nobody gives is none of the names that its type allows.
type Button = { kind: "back" | "close"; part?: "Cart" | "Shop"; onPress: () => void };
const Button = (props: Button) => {
  const press = () => {
    if (props.part) analytics.track(`${props.part} ${props.kind}`);
    props.onPress();
  };
  return <Pressable onPress={press} />;
};
type Props = { left?: Button; title: string };
const Inner = ({ left }: Props) => (left ? <Button {...left} /> : null);
export const Heading = (props: Props) => <Inner {...props} />;

export const Plain = () => <Heading title="Shop" left={{ kind: "back", onPress: () => history.back() }} />;
