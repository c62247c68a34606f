export { orderCompleted, orderPaid as paid } from "../told";
