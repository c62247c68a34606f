// A name that stands in where none is given, and a caller who has made sure of one.
function send(given) {
  let told = given;
  if (given.event === undefined) told = { event: "Cart Touched", ...given };
  window.dataLayer.push(told);
}
export function signedIn(user, names) {
  if (names.signIn && user) send({ event: names.signIn, shop: user.shop });
}
export function signedOut(user, names) {
  send({ event: names.signOut, shop: user.shop });
}
send({ shop: "harbor" });
signedIn({ shop: "harbor" }, { signIn: "Signed In" });
