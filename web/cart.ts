// What visitors put into the cart, and how they begin to check out.
import {
  addedToCart,
  appliedCoupon,
  type LineItem,
  removedFromCart,
  startedCheckout,
  viewedCart,
} from "../generated/typescript/index.js";
import { type Product, productProperties } from "./catalog.js";
import { type Page, pageContext, personOf, tracker, type Visitor } from "./tracking.js";

export type Cart = {
  readonly id: string;
  readonly value: number;
  readonly currency: string;
  readonly lines: readonly { readonly product: Product; readonly quantity: number }[];
};

export function addToCart(
  visitor: Visitor,
  page: Page,
  cart: Cart,
  product: Product,
  quantity: number,
): Promise<void> {
  return tracker.track(
    personOf(visitor),
    addedToCart({ ...pageContext(page), ...cartProperties(cart), ...productProperties(product), quantity }),
  );
}

export function takeOut(visitor: Visitor, page: Page, cart: Cart, product: Product): Promise<void> {
  return tracker.track(
    personOf(visitor),
    removedFromCart({ ...pageContext(page), cart_id: cart.id, product_id: product.id, sku: product.sku }),
  );
}

export function openCart(visitor: Visitor, page: Page, cart: Cart): Promise<void> {
  return tracker.track(personOf(visitor), viewedCart({ ...pageContext(page), ...cartProperties(cart) }));
}

export function acceptCoupon(visitor: Visitor, page: Page, cart: Cart, code: string): Promise<void> {
  return tracker.track(
    personOf(visitor),
    appliedCoupon({ ...pageContext(page), cart_id: cart.id, coupon: code.toUpperCase() }),
  );
}

export function beginCheckout(customerId: string, page: Page, cart: Cart, checkoutId: string): Promise<void> {
  return tracker.track(
    { id: customerId },
    startedCheckout({ ...pageContext(page), ...cartProperties(cart), checkout_id: checkoutId }),
  );
}

function cartProperties({ id, value, currency, lines }: Cart): {
  cart_id: string;
  cart_value: number;
  currency: string;
  items: readonly LineItem[];
} {
  return {
    cart_id: id,
    cart_value: value,
    currency,
    items: lines.map(({ product, quantity }) => ({
      product_id: product.id,
      sku: product.sku,
      name: product.name,
      quantity,
      price: product.price,
    })),
  };
}
