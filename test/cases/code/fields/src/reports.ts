import mixpanel from "mixpanel-browser";

// What the constructor of a class above is given, sent by methods that call each other.
abstract class Report {
  constructor(private readonly event: string) {}
  protected abstract tell(event: string, about: object): void;
  send() {
    this.finish();
  }
  private finish() {
    this.tell(this.event, { done: true });
  }
}

class ShopReport extends Report {
  protected tell(event: string, about: object) {
    mixpanel.track(event, about);
  }
}

class ReturnReport extends ShopReport {
  constructor() {
    super("Return Reported");
  }
  close() {
    this.send();
  }
}

export class Reports {
  static during(event: string, work: (report: ShopReport) => void) {
    const report = new ShopReport(event);
    work(report);
    report.send();
  }
}

export const count = () => Reports.during("Stock Counted", () => {});
export const giveBack = (report: ReturnReport) => report.send();
