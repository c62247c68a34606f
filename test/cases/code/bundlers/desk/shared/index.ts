export { close as shut } from "~desk/track";
