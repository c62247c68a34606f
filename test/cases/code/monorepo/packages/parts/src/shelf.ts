// Only the application that this package is built into says what "@/" is.
import { note } from "@/lib/note";

note("Shelf Opened");
