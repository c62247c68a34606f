import { TrackClient } from "customerio-node";

const cio = new TrackClient(siteId, apiKey);

type Person = { id: string; email: string };

// The wrapper takes the address: that is one mistake, whoever calls it with whatever person.
const note = (person: Person, name: string) => cio.track(person.email, { name });
const noted = (person: Person) => note(person, "Signed Up");

export function signUp(person: Person, form) {
  note(person, "Signed Up");
  note({ id: form.id, email: form.mail }, "Signed Up");
  noted(person);
}
