import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);

export const signedUp = (personId: string) => cio.track(personId, { name: "Signed Up" });
signedUp(user.id);
signedUp(user.email);

// It is told where it is wrong, and not of each caller.
export const mailed = (email: string) => cio.track(email, { name: "Signed Up" });
mailed(user.email);
