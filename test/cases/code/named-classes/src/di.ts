import { services } from "./container";
services.analyticsService.track("Shop Started", { b: 1 });
