import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);

export const signedUp = (personId: string) => cio.track(personId, { name: "Signed Up" });
signedUp(user.id);
signedUp(user.email);

// It is told where it is wrong, and not of each caller.
export const mailed = (email: string) => cio.track(email, { name: "Signed Up" });
mailed(user.email);

// An address that is made a text first is one all the same.
export function shipped(user: any) {
  const id = String(user.email);
  cio.track(id, { name: "Signed Up" });
}
const later = (person: any) => {
  const id = String(person);
  cio.track(id, { name: "Signed Up" });
};
later(user.email);
later(user.id);
const told = (person: any, name: string) => cio.track(`${person}`, { name });
told(user.email, "Signed Up");
told(`user ${user.email}`, "Signed Up");
