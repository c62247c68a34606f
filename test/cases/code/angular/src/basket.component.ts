// What templates call is a member of the class beside them.
import { Component } from "@angular/core";
import { AnalyticsService } from "./analytics.service";

@Component({ selector: "app-basket", templateUrl: "./basket.component.html" })
export class BasketComponent {
  lines: string[] = [];

  constructor(readonly analytics: AnalyticsService) {}

  note(name: string) {
    this.analytics.track(name);
  }

  taken(line: { name: string }) {
    this.analytics.track(`Line ${line.name}`, { lines: this.lines.length });
  }

  empty() {
    this.note("Basket Emptied");
  }
}
