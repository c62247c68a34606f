import { trackEvent } from "@acme/analytics";
import { OPENED } from "@acme/analytics/names";
import { CLOSED } from "@/lib/names";
trackEvent(OPENED);
trackEvent(CLOSED);
