import { Shelf, tellOf } from "./shelf";

const shelf = new Shelf("Shelf Opened");
shelf.open();

export const look = (element: Element) => tellOf(element, { action: "Shelf Looked At", name: "shelf" });
