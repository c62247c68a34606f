import mixpanel from "mixpanel-browser";

// Wrappers that are handed by their names to what calls them.
function seen(name: string) {
  mixpanel.track(name);
}
function told({ event, size }: { event: string; size: number }) {
  mixpanel.track(event, { size });
}
const drawn = (name: string) => console.log(name);

const made = async (event: string) => ({ event, size: 2 });
export const sent = (event: string) => made(event).then(told).catch(console.error);

["Shelf Seen", "Till Seen"].forEach(seen);
setTimeout(seen, 100, "Shop Left");
made("Parcel Packed").then(told);
sent("Parcel Sent");
["Shelf Drawn"].forEach(drawn);
