import amplitude from "amplitude-js";
// Called like a library, and a file of the project.
import { track } from "analytics";
amplitude.getInstance().logEvent("Stubbed in One Build");
track("by Alias");
