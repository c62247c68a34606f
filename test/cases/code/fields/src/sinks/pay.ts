import type { PaySink } from "./types";

export const pay = (sink: PaySink) => sink.advance("Order Paid");
