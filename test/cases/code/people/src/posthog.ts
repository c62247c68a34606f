// Who hands in a second argument hands in no message: the first says whom it is about, whatever it is.
import posthog from "posthog-js";

declare function useSession(): { data: { user: { email: string; name: string } } };

export function Known() {
  const { data: session } = useSession();
  posthog.identify(session.user.email, { name: session.user.name });
}
