// A helper of the team: its callers say what is asked for.
const host = "https://track.customer.io/api/v1";
async function cio(method: string, path: string, body?: unknown) {
  const response = await fetch(host + path, { method, headers: {}, body: body ? JSON.stringify(body) : undefined });
  return response.json();
}
export const welcome = (id: string) => cio("POST", `/customers/${id}/events`, { name: "Signed Up", data: { plan: "free" } });
export const save = (id: string, email: string) => cio("PUT", `/customers/${encodeURIComponent(id)}`, { email, created_at: Date.now() });
export const gone = (id: string) => cio("DELETE", `/customers/${id}`);
export const other = () => cio("GET", "/segments");
export class Client {
  private request(path: string, data: object) { return axios.post(`${host}${path}`, data); }
  track(id: string, name: string, data: object) { return this.request(`/customers/${id}/events`, { name, data }); }
}
new Client().track("1", "Order Completed", { total: 1 });
