import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventId } from "../../src/runtime/index.js";
import { sha256 } from "../../src/runtime/sha256.js";

describe("sha256", () => {
  it("agrees with node:crypto, at every length around a block", () => {
    for (let length = 0; length <= 200; length++) {
      const data = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
      expect(Buffer.from(sha256(data)).toString("hex")).toBe(createHash("sha256").update(data).digest("hex"));
    }
  });

  it("agrees with node:crypto on anything", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (data) => {
        expect(Buffer.from(sha256(data))).toEqual(createHash("sha256").update(data).digest());
      }),
    );
  });
});

describe("the id of an event", () => {
  it("is a ULID made of the hash of name and key", () => {
    // Worked out apart from the code: 8 zero bits and the first 120 bits of the SHA-256, five bits a character.
    const hash = createHash("sha256").update("Order Completed\0o-1001", "utf8").digest("hex");
    const bits = `00000000${BigInt(`0x${hash.slice(0, 30)}`)
      .toString(2)
      .padStart(120, "0")}`.padStart(130, "0");
    const digits = bits.match(/.{5}/g) ?? [];
    const expected = digits
      .map((five) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[Number.parseInt(five, 2)])
      .join("");
    expect(eventId("Order Completed", "o-1001")).toBe(expected);
    expect(expected).toMatch(/^0[0-7][0-9A-HJKMNP-TV-Z]{24}$/);
  });

  it("stays as it was published", () => {
    expect(eventId("Order Completed", "o-1001")).toBe("0002N1NEE1CSY1D6E53ZFTKTTB");
    expect(eventId("日本語 イベント", '["a",1]')).toBe("000EQ96480KC27KD7AA5QABCBM");
  });

  it("tells events apart that have the same key", () => {
    expect(eventId("Order Completed", "1")).not.toBe(eventId("Order Shipped", "1"));
    expect(eventId("a", "b\u0000c")).not.toBe(eventId("a", "b"));
  });
});
