const queue: object[] = [];

export function useLog() {
  return { logEvent: (event: { event_name: string }) => queue.push(event) };
}
