/* @flow */
import type Base, { Extra } from "./types";
import { type Props, typeof Names } from "./types";
import Segment from "@segment/analytics-react-native";

export type Sent = {| +event: string, ...Extra |};
opaque type Id: string = string;

class Queue<+T: Object> extends Base<*> implements Taker, Giver {
  +sent: Array<?T>;
  store: * = null;

  add(event: string, props?: ?T): boolean {
    Segment.track(event, (props: any));
    return !!props;
  }
}

const onChange: string => void = (id) => queue.add("Größe Changed", { id });
export const queue = new Queue<Object>();
export const track = (event: string, props: ?{ [string]: mixed }) => queue.add(event, props);
