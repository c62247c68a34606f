import { inject } from "@angular/core";
import { Reports } from "./reports";

export class Page {
  private readonly own = inject(Reports);
  constructor(private readonly reports: Reports) {}
  open() {
    this.reports.note("Page Read", { size: 1 });
    this.own.note("Page Left", {});
  }
}
