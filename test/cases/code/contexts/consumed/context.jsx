import amplitude from "amplitude-js";
import React, { createContext } from "react";

export const SendContext = createContext();
export class SendProvider extends React.Component {
  deliver = (name, payload) => amplitude.getInstance().logEvent(name, payload);
  render() {
    return (
      <SendContext.Provider value={{ deliver: this.deliver }}>{this.props.children}</SendContext.Provider>
    );
  }
}
