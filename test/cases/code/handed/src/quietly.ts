// What wraps a function hands on all that it is given.
import { track } from "./analytics";

type Task = (...given: any[]) => Promise<unknown>;

const handling =
  (failed: (error: unknown) => void) =>
  <Own extends Task>(work: Own) =>
    (async (...given: Parameters<Own>) => {
      try {
        return await work(...given);
      } catch (error) {
        failed(error);
      }
    }) as Own;

export const quietly = handling(() => {});

export const Reports = () => {
  const report = async (name: string, more?: object) => track(name, more);
  return { reportEvent: quietly(report) as unknown as typeof report };
};
