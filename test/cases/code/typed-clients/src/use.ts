import { ampli } from "./ampli";
import * as Avo from "./Avo";
import typewriter from "./typewriter";
import rudderTyper from "./generated/rudder-typer";

ampli.songPlayed({ title: "x" });
typewriter.orderCompleted({ total: 3 });
Avo.signupStarted({ plan: "free" });
// It is generated and not kept.
rudderTyper.cartViewed({ items: 2 });
