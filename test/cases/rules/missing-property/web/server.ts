// The team's own server may add to what it is asked to send.
export const left = (step: number) =>
  fetch("/api/events/track", {
    method: "POST",
    body: JSON.stringify({ event: "Left Checkout", properties: { step } }),
  });
