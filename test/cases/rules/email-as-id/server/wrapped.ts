import { TrackClient } from "customerio-node";

const cio = new TrackClient("site", "key");

type Customer = { id: string; email: string };

// What a function takes out of what it is given is its own mistake, whoever calls it.
const tell = (customer: Customer, name: string) => cio.track(customer.email, { name });

export function join(customer: Customer, form: { id: string; mail: string }) {
  tell(customer, "Signed Up");
  tell({ id: form.id, email: form.mail }, "Signed Up");
}
