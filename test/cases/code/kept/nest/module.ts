import { Module } from "@nestjs/common";
import { Analytics } from "@segment/analytics-node";

export interface Reporter {
  report(name: string, payload: object): void;
}
class SegmentReporter implements Reporter {
  private readonly client = new Analytics({ writeKey: "k" });
  report(name: string, payload: object) {
    this.client.track({ userId: "u_1", event: name, properties: payload });
  }
}
@Module({
  providers: [
    { provide: "SEGMENT", useFactory: () => new Analytics({ writeKey: "k" }) },
    { provide: "REPORTER", useClass: SegmentReporter },
  ],
})
export class ShopModule {}
