// Where it goes is not known, and what it carries is what Segment's servers take.
import axios from "axios";
import { settings } from "./settings";

export const join = (userId: string) =>
  axios.post(settings.read("reports"), { type: "track", userId, event: "Shop Joined" });
export const read = (id: string) => axios.post(settings.read("pages"), { type: "track", id });
