import { useDispatch } from "react-redux";
import { sendMetric } from "./middleware";
import { make, open } from "./store/actions";
export function Page() {
  const dispatch = useDispatch();
  const onClick = () => {
    dispatch(make("Page Clicked", { kind: "tile" }));
    dispatch(sendMetric("Metric Sent", { seconds: 3 }));
    dispatch({ type: "metrics/send", payload: { name: "Written Out" } });
    // Others handle these.
    dispatch(open("Not An Event"));
    dispatch({ type: "metrics/reset", payload: { name: "Not An Event Either" } });
  };
  return <button onClick={onClick} />;
}
