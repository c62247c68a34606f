import * as React from "react";
import { connect } from "react-redux";
import mixpanel from "mixpanel-browser";
import { withTheme } from "./theme";
type DispatchProps = { onTrackEvent: (name: string, data: object) => void };
class Panel extends React.Component<DispatchProps & { isOpen: boolean }> {
  save = () => {
    const { isOpen, onTrackEvent } = this.props;
    if (!isOpen) throw new Error("closed");
    onTrackEvent("Panel Saved", { size: 3 });
  };
  override render() { return <button onClick={this.save} />; }
}
export default connect(
  (state: { isOpen: boolean }) => ({ isOpen: state.isOpen }),
  () => ({ onTrackEvent(name: string, data: object) { mixpanel.track(name, data); } }),
)(withTheme(Panel));
