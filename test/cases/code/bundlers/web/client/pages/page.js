import { save } from "@/services/analytics";
import { save as keep } from "app/services/analytics";
import { open } from "only";

save("by Alias");
keep("by Root");
open("by Exact Alias");
