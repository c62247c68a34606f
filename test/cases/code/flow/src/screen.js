// @flow
import { track } from "./segment";

type Props = { onOpen: string => void, name: ?string };

export const Screen = ({ onOpen, name }: Props) => {
  track("Screen Opened", { name: (name: any) });
  return <button onClick={() => track("Button Clicked")} />;
};
