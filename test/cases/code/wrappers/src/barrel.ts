export { trackEvent as emit, default, logged, send, sendPair } from "./track";
