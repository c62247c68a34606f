import { trackEvent } from "../trackers";

export const useCart = () => ({ report: trackEvent });
