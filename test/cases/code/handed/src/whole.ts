// What is handed whole is called by what is in it, where no type says what it is.
import { track } from "./analytics";

function feedback(shop: string) {
  async function wrongInput(message: string, name: string) {
    track(`${shop}: ${name}`, { message });
  }
  return { wrongInput, plain: (message: string) => message };
}

async function readCart(path: string, told: any) {
  if (path === "") await told.wrongInput("no cart", "Cart Missing");
  told.plain("Nothing Sent");
}

export async function main() {
  const told = feedback("shop");
  await readCart("", told);
}
