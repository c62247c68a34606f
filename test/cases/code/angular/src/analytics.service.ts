import { Injectable } from "@angular/core";
import mixpanel from "mixpanel-browser";

@Injectable({ providedIn: "root" })
export class AnalyticsService {
  track(name: string, more?: object) {
    mixpanel.track(name, more);
  }
}
