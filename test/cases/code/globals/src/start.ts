// What another file makes is put under a global by a name that many have, and under one of its own.
import { log } from "./shop-log";

window.Till = window.Till || {};
window.Till.log = log;
window.tellTill = log;
