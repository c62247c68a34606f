// Each region has a host of its own, and the same interface.
const HOSTS = { us: "https://cdp.customer.io/v1", eu: "https://cdp-eu.customer.io/v1" } as const;

class Letters {
  private readonly base: string;
  constructor(region?: "us" | "eu") {
    this.base = region !== undefined && region in HOSTS ? HOSTS[region] : HOSTS.eu;
  }
  note(userId: string, event: string, properties: object) {
    return this.post("/track", { userId, event, properties });
  }
  private post(path: string, body: object) {
    return fetch(`${this.base}${path}`, { method: "POST", body: JSON.stringify(body) });
  }
}

new Letters("us").note("u_1", "Letter Opened", { size: 2 });
