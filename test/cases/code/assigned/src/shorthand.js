// A name that is assigned again, and handed on under itself.
import mixpanel from "mixpanel-browser";

const send = (entry) => mixpanel.track(entry.type);
const handlerFor = (usual) => (shelf, type) => {
  type = typeof type === "string" ? type : usual;
  send({ type, shelf });
};

const opened = handlerFor("Shelf Opened");
opened("a");
opened("b", "Shelf Opened Again");
