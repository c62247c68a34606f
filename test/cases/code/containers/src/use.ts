import { CLIENT, inject, MEDIA } from "./token";
import { Client } from "./client";
const client = inject(CLIENT);
client.captureAction("Action Taken", { at: 1 });
inject(Client).captureAction("Taken By Its Class");
// Another token's.
inject(MEDIA).captureAction("Not An Event");
