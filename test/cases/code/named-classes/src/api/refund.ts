export function refund({ analyticsService }, userId: string) {
  analyticsService.track(userId, "Order Refunded", { total: 1 });
}
