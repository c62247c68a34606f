let events = [];

export default function recordEvent(action, objectType, objectId) {
  events.push({ action, object_type: objectType, object_id: objectId });
  http.post("api/events", events);
}
