// The address is put together in parts, and asked for by something else.
import { load } from "./shop/load";

export function addressOf(pixelName) {
  return `https://pixels.shop.example/p/${pixelName}`;
}

export function sendPixel(pixelName, details = {}) {
  const address = addressOf(pixelName) + `?${new URLSearchParams(details)}`;
  return load.address(address);
}
