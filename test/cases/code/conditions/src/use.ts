import { track, trackAny, trackReport } from "./track";

track("Page View");
track("Signed Up");
track(isNew ? "Opened New" : "Opened Old");
track(isNew ? "Page View" : "Opened Old");
trackReport("create");
trackAny(document.title);
