import axios from "axios";
export const logEvent = async (eventName: string, attributes: Record<string, unknown>) =>
  axios.post("/event", { eventName, attributes });
export const measure = (event: string) =>
  fetch(`${process.env.API}/telemetry/measure`, { method: "POST", body: JSON.stringify({ event: `${event} - [WEB]` }) });
export const createMeeting = (name: string) => axios.post("/api/events", { name, date: 1 });
