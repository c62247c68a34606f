import { track } from "./analytics";
import { each, every, record, recordAgain, some } from "./recorders";

record("Cart Opened");
recordAgain("Cart Opened Again");
some.opened("Shop Opened");
each(["Apple Picked"], track);
every(["Apple"], (name) => console.log(name));
