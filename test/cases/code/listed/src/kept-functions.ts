// Functions that are kept by their names, in a list and in a table, and told one after the other.
import mixpanel from "mixpanel-browser";

type Sink = (name: string, more?: object) => void;
let sinks: Sink[] = [];
export const addSink = (sink: Sink) => {
  sinks = [...sinks, sink];
  return () => {
    sinks = sinks.filter((one) => one !== sink);
  };
};

function toMixpanel(name: string, more?: object) {
  mixpanel.track(name, more);
}

addSink(toMixpanel);
export const emit: Sink = (name, more) => {
  for (const sink of sinks) sink(name, more);
};
emit("Shelf Emitted", { size: 1 });

const providers: Record<string, any> = {};
export function addProvider(key: string, provider: any) {
  providers[key] = provider;
}
addProvider("mixpanel", { track: (name: string) => mixpanel.track(name) });
export function tellAll(name: string) {
  for (const provider of Object.values(providers)) provider.track(name);
}
tellAll("Shelf Told");
