// What renders a component whose handler sends something sends nothing itself.
import posthog from "posthog-js";
import type { ComponentType } from "react";

type Action = { name: string; Panel: ComponentType<{ onRun: () => void }> };

export class Manager {
  actions = {} as Record<string, Action>;

  renderAction = (name: string) => {
    const action = this.actions[name];
    const Panel = action.Panel;
    const onRun = () => posthog.capture(action.name);
    return <Panel onRun={onRun} />;
  };
}

export const manager = new Manager();
export const Page = () => <div>{manager.renderAction("paint")}</div>;
