// What is handed in is called later, by whoever calls what is made here: its parameters are theirs.
import mixpanel from "mixpanel-browser";

type Track = (name: string, properties: object) => void;

const makeRecorder = (trackFn: Track) => (name: string) => trackFn(name, { app: "shop" });

const parts = ["page", "part"];

function makeChain(trackFn: Track, depth = 0, where: Record<string, string> = {}): any {
  return new Proxy({} as Record<string, any>, {
    get(known, key) {
      if (typeof key !== "string") return undefined;
      if (depth === parts.length) return (properties: object) => trackFn(key, { ...where, ...properties });
      const before = known[key];
      if (before) return before;
      return (known[key] = makeChain(trackFn, depth + 1, { ...where, [parts[depth]]: key }));
    },
  });
}

export const record = makeRecorder((name, properties) => {
  mixpanel.track(name, properties);
});

export const track = makeChain((name, properties) => {
  mixpanel.track(name, properties);
});
