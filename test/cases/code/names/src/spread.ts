// Which key is the name's is said by the one that is written, not by what may come with the rest.
import { useTracking } from "react-tracking";
export function Topic(data: any) { const { trackEvent } = useTracking(); return () => trackEvent({ eventName: "topicUpdate", ...data }); }
