import { trackMenuOpened } from "./named";
trackMenuOpened("not a name");
