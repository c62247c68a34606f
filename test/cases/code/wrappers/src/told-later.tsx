import { track } from "@amplitude/analytics-browser";
import { useCallback, useMemo, useRef } from "react";

type Going = { items: number; events?: string[] };

declare function pay(done: () => void): Promise<void>;

// What is going on is kept in a ref, and told when it is done.
export function Pay({ isFast }: { isFast: boolean }) {
  const going = useRef<Going | undefined>();
  const payNow = async () => {
    going.current = { items: 1, events: isFast ? ["Paid Fast"] : undefined };
    await pay(done);
  };
  const payLater = async () => {
    going.current = { items: 1, events: ["Paid Later"] };
    await pay(done);
  };
  const tell = useCallback((names: string[]) => names.forEach((name) => track(name)), []);
  const done = useCallback(() => {
    if (!going.current) return;
    const what = going.current;
    if (what.events) tell(what.events);
    going.current = undefined;
  }, [tell]);
  return <b onClick={isFast ? payNow : payLater} />;
}

type Action = { label: string; event?: string };

function Popup({ actions = [] }: { actions?: Action[] }) {
  const clicked = (action: Action) => {
    if (action.event) track(action.event);
  };
  return (
    <p>
      {actions.map((action) => (
        <b key={action.label} onClick={() => clicked(action)} />
      ))}
    </p>
  );
}

// Actions are made over on the way to what tells them.
function usePopup(config: { actions?: Action[] }) {
  const actions = useMemo(
    () => (config.actions ?? []).map((action) => ({ ...action, label: action.label.trim() })),
    [config.actions],
  );
  return <Popup actions={actions} />;
}

const sorry = (label: string) => ({
  actions: [
    { label, event: "Help Wanted" },
    { label: "no", event: "Help Refused" },
  ],
});

export function Order() {
  return usePopup(sorry("ask"));
}
