import React from "react";
import { SendContext } from "./context";

// The ways that came before hooks.
export class Page extends React.Component {
  static contextType = SendContext;
  open() {
    this.context.deliver("Page Opened");
  }
}
export const Button = () => (
  <SendContext.Consumer>
    {(shop) => <button onClick={() => shop.deliver("Button Clicked", { size: 2 })} />}
  </SendContext.Consumer>
);
