// A client whose `fetch` may be given, and that others keep under a type of a type.
type Options = { fetchFn?: typeof fetch };

export class Mailer {
  private readonly fetchFn: typeof fetch;
  constructor(options: Options) {
    this.fetchFn = options.fetchFn ?? (((...given) => fetch(...given)) as typeof fetch);
  }
  async tell(id: string, event: string, properties: object) {
    await this.post("/track", { userId: id, event, properties });
  }
  private async post(path: string, body: object) {
    await this.fetchFn(`https://cdp.customer.io/v1${path}`, { method: "POST", body: JSON.stringify(body) });
  }
}

interface Parts {
  mailer?: Mailer;
}

class Shop {
  readonly mailer?: Parts["mailer"];
  constructor(parts: Parts) {
    this.mailer = parts.mailer;
  }
}

let shop: Shop | undefined;
function theShop(): Shop {
  if (!shop) throw new Error("The shop is not open.");
  return shop;
}

export function opened(id: string) {
  void theShop().mailer?.tell(id, "Shop Opened", { floor: 1 });
}

// What loads something under such a name is not the platform's.
const cardFetcher = (path: string, options: object) => cards.load(path, options);
cardFetcher("https://cdp.customer.io/v1/track", { body: JSON.stringify({ event: "Card Loaded" }) });
