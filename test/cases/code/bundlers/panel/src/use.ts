// Another package's aliases are not this one's.
import { save } from "@/services/analytics";

save("Elsewhere");
