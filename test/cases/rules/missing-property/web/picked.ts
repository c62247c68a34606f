import { pick } from "lodash";

analytics.track("Started Checkout", { ...pick(cart, ["cart_id"]) });
analytics.track("Started Checkout", { ...pick(cart, ["cart_id", "cart_value"]) });
