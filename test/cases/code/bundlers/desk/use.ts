import { shut } from "shared";
import { close } from "~desk/track";

close("by Pattern");
shut("by Folder");
