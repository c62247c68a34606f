import { ApiProvider, useApi } from "./api";
import { sendToSegment } from "./segment";

// The function has another name in the object: callers know it by that.
const api = { fireEvent: sendToSegment };
export const App = () => (
  <ApiProvider api={api}>
    <Child />
  </ApiProvider>
);
function Child() {
  const { fireEvent } = useApi();
  fireEvent("Child Shown", { at: "top" });
  return null;
}
