import posthog from "posthog-js";
import { faq } from "./handed-on-faq";
type Send = { onTrack: (name: string) => void };
export function Shop() {
  const send = (name: string) => { posthog.capture(name); };
  return <Shelf onTrack={send} onLoad={console.info} />;
}
function Shelf({ onTrack, onLoad }: Send & { onLoad: (text: string) => void }) {
  onLoad("Not An Event");
  return <div>{faq(onTrack).map(({ answer }) => answer)}<Row onTrack={onTrack} /></div>;
}
function Row(props: Send) { return <Cell {...props} onTrack={props.onTrack} />; }
function Cell(props: Send) { return <button onClick={() => props.onTrack("Cell Clicked")} />; }
