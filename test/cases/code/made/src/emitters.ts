// One function makes several emitters, and gives them out together: those are sent that somebody calls.
import mixpanel from "mixpanel-browser";

export const emittersFor = (part: string) => {
  const send = (what: string) => mixpanel.track(`${part} ${what}`);
  const opened = () => send("Opened");
  const closed = () => {
    send("Closed");
    cleared();
  };
  const cleared = () => send("Cleared");
  return { opened, closed, cleared, name: part };
};

export const shelf = emittersFor("Shelf");
