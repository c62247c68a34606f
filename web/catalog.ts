// What visitors look at: pages, products, collections, the search and the quiz.
import {
  addedToWishlist,
  backInStockRequested,
  completedQuiz,
  searchedProducts,
  viewedCollection,
  viewedPage,
  viewedProduct,
} from "../generated/typescript/index.js";
import { type Page, pageContext, personOf, tracker, type Visitor } from "./tracking.js";

export type Product = {
  readonly id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly price: number;
  readonly currency: string;
  readonly url: string;
};

export function showPage(visitor: Visitor, page: Page): Promise<void> {
  return tracker.track(personOf(visitor), viewedPage(pageContext(page)));
}

export function showProduct(visitor: Visitor, page: Page, product: Product): Promise<void> {
  return tracker.track(
    personOf(visitor),
    viewedProduct({ ...pageContext(page), ...productProperties(product), currency: product.currency }),
  );
}

export function keepForLater(visitor: Visitor, page: Page, product: Product): Promise<void> {
  return tracker.track(
    personOf(visitor),
    addedToWishlist({ ...pageContext(page), ...productProperties(product), currency: product.currency }),
  );
}

export function askForRestock(customerId: string, page: Page, product: Product): Promise<void> {
  return tracker.track(
    { id: customerId },
    backInStockRequested({ ...pageContext(page), product_id: product.id, sku: product.sku }),
  );
}

export function showCollection(visitor: Visitor, page: Page, name: string, count: number): Promise<void> {
  return tracker.track(
    personOf(visitor),
    viewedCollection({ ...pageContext(page), collection: name, result_count: count }),
  );
}

export function search(visitor: Visitor, page: Page, term: string, found: readonly Product[]): Promise<void> {
  return tracker.track(
    personOf(visitor),
    searchedProducts({
      ...pageContext(page),
      search_term: term.slice(0, 200),
      result_count: found.length,
    }),
  );
}

type Brew = Parameters<typeof completedQuiz>[0]["brew_method"];
type Taste = Parameters<typeof completedQuiz>[0]["taste"];

export function finishQuiz(
  visitor: Visitor,
  page: Page,
  brew: Brew,
  taste: Taste,
  best: Product,
): Promise<void> {
  return tracker.track(
    personOf(visitor),
    completedQuiz({
      ...pageContext(page),
      brew_method: brew,
      taste,
      recommended_product_id: best.id,
    }),
  );
}

/** The properties that describe a product in every event about one. */
export function productProperties({ id, sku, name, category, price, url }: Product): {
  product_id: string;
  sku: string;
  product_name: string;
  category: string;
  price: number;
  product_url: string;
} {
  return { product_id: id, sku, product_name: name, category, price, product_url: url };
}
