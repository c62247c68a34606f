export interface Recorder {
  name: string;
  told(event: string, about: object): void;
}

const adapters = new Map<string, unknown>();

export function port<T>(key: string) {
  return (given?: T): T => {
    if (given) adapters.set(key, given);
    return adapters.get(key) as T;
  };
}

export const recorder = port<Recorder>("recorder");
