// Nothing else of this file is about events: it is found by the words of its call.
import { notifyMatomo } from "@acme/counters";

export const print = () => notifyMatomo("cart_printed");
