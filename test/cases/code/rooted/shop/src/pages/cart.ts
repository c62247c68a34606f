import { google, told } from "/shop/lib/tell";
import { told as again } from "/src/lib/tell";

google("send", "event", "cart", "opened");
told("event", "cart_closed", { items: 3 });
again("event", "cart_left");
