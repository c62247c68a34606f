import { sign } from "./products";

sign("Transaction Signed", { by: "key" });
