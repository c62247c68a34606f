import { done } from "orders/pay";
done("1", "Sent");
