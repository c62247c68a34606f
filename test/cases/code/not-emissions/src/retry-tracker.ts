// Things that are tracked, and are no events: what is still to be sent again, and who did what in a log.
export class RetryTracker {
  readonly pending: object[] = [];
  track(message: { type: string }) {
    this.pending.push(message);
  }
}

export async function trackActivityLog(input: { action: string }) {
  await database.insert(input);
}

const tracker = new RetryTracker();
tracker.track({ type: "apply" });
trackActivityLog({ action: "partner.banned" });
