import { Names } from "#lib/names";
import { send } from "#send";

send(Names.Opened);
