import { report } from "./preload";

report("Front Opened", { from: "menu" });
