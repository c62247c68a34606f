import type { Interaction } from "@remote/shop/interaction";
import { sendToSegment } from "../handed/segment";

const interaction: Interaction = {
  noteSimple: (name: string, payload: object) => sendToSegment(name, payload),
  noteLink: sendToSegment,
};
// It has the name, and not what the interface asks for: it is another one's.
const other: Interaction = { noteSimple: (name: string) => sendToSegment(`Other ${name}`, {}) };

export default ({ children }) => <>{children(interaction, other)}</>;
