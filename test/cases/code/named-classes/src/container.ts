import { AnalyticsService } from "./analytics.service";
import { createContainer } from "./create";
export const services = createContainer({ analyticsService: () => new AnalyticsService({}), other: () => 1 });
