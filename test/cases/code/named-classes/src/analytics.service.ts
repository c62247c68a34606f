import * as amplitude from "@amplitude/analytics-browser";
export class AnalyticsService {
  constructor(private readonly options: object) {}
  track(name: string, props?: object) { amplitude.track(name, props); }
}
