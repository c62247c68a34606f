import mixpanel from "mixpanel-browser";

// Functions around a tracker that hand on all that they are given.
function safe<T extends (...args: any[]) => any>(fn: T): (...args: Parameters<T>) => ReturnType<T> {
  return (...args) => {
    try {
      return fn(...args);
    } catch {
      return undefined as any;
    }
  };
}

function hold(fn: any, ms: number) {
  let timer: any;
  return function (this: unknown) {
    const args = arguments;
    clearTimeout(timer);
    timer = setTimeout(() => fn.apply(this, args), ms);
  };
}

const send = (name: string, properties?: object) => mixpanel.track(name, properties);
export const tell = safe(send);
export const tellLater = hold(send, 100);

tell("Told Safely", { app: "shop" });
tellLater("Told Later", { app: "shop" });
