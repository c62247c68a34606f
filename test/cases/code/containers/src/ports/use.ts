import { mixpanelRecorder } from "./adapter";
import { recorder } from "./ports";

recorder(mixpanelRecorder());
export const opened = () => recorder().told("Port Opened", { at: 1 });
