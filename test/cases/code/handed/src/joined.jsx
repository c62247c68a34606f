import posthog from "posthog-js";
import { connect } from "react-redux";

// What a name hangs on that nobody gives is told where the function is called, not where it is joined.
const noted = (name) => () => posthog.capture(name);

function Sent({ chain, logShopEvent }) {
  const done = () => logShopEvent(`sent_${chain}`);
  return <button onClick={done} />;
}

export default connect(null, (dispatch) => ({ logShopEvent: (name) => dispatch(noted(name)) }))(Sent);
