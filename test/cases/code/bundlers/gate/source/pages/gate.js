import { passed } from "told/gate";
passed("Passed");
