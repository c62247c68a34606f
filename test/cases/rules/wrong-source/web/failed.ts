import { told } from "../server/failed";

told("a");
told("b", { event: "Order Completed" });
told("c", { event: "Viewed Thanks" });
