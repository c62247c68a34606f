// One element sends several events, some under conditions; a list is sent however it came about.
import { trackEvent } from "./track";
const labels = { [unknownKeys.a]: "Chart Shown", [unknownKeys.b]: "Table Shown" };
function Column({ id, props }: { id: string; props?: object }) {
  return <menu onCopy={() => trackEvent(`${id} copied`)} onHide={() => (props ? trackEvent(`${id} hidden`, props) : trackEvent(`${id} hidden`))} />;
}
export const rows = <Column id="Rows" />;
export const shown = (kind: string) => trackEvent(labels[kind]);
async function sendAll(events: { name: string; data?: object }[]) { for (const { name, data } of events) trackEvent(name, data); }
export async function members(list: { id: string }[], given: any) {
  await sendAll(list.map(({ id }) => ({ name: "Member Kept", data: { id } })));
  await sendAll(given.flatMap(() => [{ name: "Member Lost" }, { name: "Seat Freed" }]));
  const later: { name: string }[] = [];
  later.push({ name: "Plan Changed" }, ...list.map(() => ({ name: "Seat Changed" })));
  await sendAll(later.concat(list.map(() => ({ name: "Bill Changed" }))));
}
