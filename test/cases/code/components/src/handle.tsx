// What a component gives out by its ref.
import posthog from "posthog-js";
import { type Ref, forwardRef, useImperativeHandle, useRef } from "react";

type Handle = { note: (name: string) => void };
interface Other {
  tell(name: string): void;
}

export const Panel = forwardRef<Handle, object>((_props, ref) => {
  useImperativeHandle(ref, () => ({ note: (name: string) => posthog.capture(name) }));
  return null;
});

export function Plain({ ref }: { ref: Ref<Other> }) {
  useImperativeHandle<Other, Other>(ref, () => ({
    tell(name) {
      posthog.capture(name);
    },
  }));
  return null;
}

export function App() {
  const panel = useRef<Handle>(null);
  const plain = useRef<Other>(null);
  panel.current?.note("Panel Noted");
  plain.current?.tell("Plain Told");
  return (
    <>
      <Panel ref={panel} />
      <Plain ref={plain} />
    </>
  );
}
