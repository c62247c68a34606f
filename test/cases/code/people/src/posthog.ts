// Who hands in a second argument hands in no message: the first says whom it is about, whatever it is.
import posthog from "posthog-js";

declare function useSession(): { data: { user: { email: string; name: string } } };

export function Known() {
  const { data: session } = useSession();
  posthog.identify(session.user.email, { name: session.user.name });
}

// Before an object stands none, whoever gives it.
import { signIn } from "their-accounts";

export async function signedIn() {
  const { data } = await signIn();
  window.analytics.identify(data.user.id, { plan: "free" });
  window.analytics.identify(await signIn(), { plan: "free" });
  window.analytics.track(signIn.last(), { plan: "free" });
}
