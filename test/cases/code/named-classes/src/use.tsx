import { useContext } from "react";
import { ServicesContext } from "./ctx";
export function useServices() { return useContext(ServicesContext) as AppDIContainer; }
export function A({ analyticsService }) { analyticsService.track("Cart Shared", { a: 1 }); }
export function B() { const { analyticsService } = useServices(); analyticsService.track("Cart Opened", { a: 1 }); const s = useServices(); s.analyticsService.track("Cart Closed"); s.audioService.track("Not An Event"); }
