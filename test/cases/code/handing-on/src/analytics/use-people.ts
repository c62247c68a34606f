// What becomes of the message, the other side of the port knows.
import { port } from "./port";

export const usePeople = () => {
  const generic = useCallback((eventName: string, details: object = {}) => {
    port.analyticsCapture({ eventName, details });
  }, []);
  const opened = useCallback((page: string) => {
    port.analyticsCapture({ eventName: `open ${page}`, details: {} });
  }, []);
  return { generic, opened };
};
