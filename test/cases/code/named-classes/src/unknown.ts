// No class is called like this one: whose it is, nobody says.
export function open({ analyticsClient }) {
  analyticsClient.track("Cart Guessed", { a: 1 });
}
