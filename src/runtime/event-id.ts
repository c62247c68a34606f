// Derives the id by which Customer.io recognizes an event that it already has.
import { sha256 } from "./sha256.js";

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The ULID of an event, made from its name and idempotency key: the same two give the same id, on every machine and
 * in every language. Its time part lies in the past and means nothing.
 */
export function eventId(name: string, key: string): string {
  const hash = sha256(new TextEncoder().encode(`${name}\u0000${key}`));
  // A ULID has 128 bits: here 8 zero bits, then the first 120 of the hash.
  let bits = 0n;
  for (const byte of hash.subarray(0, 15)) bits = (bits << 8n) | BigInt(byte);
  let id = "";
  for (let shift = 125n; shift >= 0n; shift -= 5n) id += crockford[Number((bits >> shift) & 31n)];
  return id;
}
