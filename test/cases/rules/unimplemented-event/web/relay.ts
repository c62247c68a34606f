// What nobody sees may send each event that its name can be.
import { reporter } from "shop-reports";

export const told = (name: string) => reporter.trackEvent(`Wish ${name}`, {});
