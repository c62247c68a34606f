// What waits is kept by a store, and goes out when somebody opens the shop.
class Later extends Stored {
  async captureDelayed(eventName: string, details?: object) {
    await this.change(({ waiting }) => ({ waiting: [...waiting, { event: eventName, details }] }));
  }
  isWaiting(eventName: string) {
    return this.waiting.has(eventName);
  }
}
export const later = new Later();
later.isWaiting("Cart Panel Left");
