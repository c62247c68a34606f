import { left, track } from "./analytics";

track("Cart Opened", { items: 3 });
left("Cart Left");
