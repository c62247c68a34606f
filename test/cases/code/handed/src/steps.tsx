// What is handed in says its event itself: the calls of it say which step, and are none of their own.
import { track } from "./analytics";

type StepId = "first-order" | "invite";
type Steps = { done: boolean; trackStepEvent: (event: StepId) => void };

const stepsOf = ({ done, trackStepEvent }: Steps) => [
  () => trackStepEvent("first-order"),
  () => (done ? undefined : trackStepEvent("invite")),
];

export const useSteps = () =>
  stepsOf({ done: false, trackStepEvent: (step: StepId) => track("Step Clicked", { step }) });

const Step = ({ logStepEvent }: { logStepEvent: (event: StepId) => void }) => (
  <button type="button" onClick={() => logStepEvent("invite")} />
);
export const Steps = () => <Step logStepEvent={(step) => track("Step Opened", { step })} />;
