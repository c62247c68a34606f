import { Component } from "react";
import { track } from "./track";

enum Actions {
  Saved = "saved",
}

@track({ context_screen: "show" })
export class Screen extends Component {
  @track((props) => ({ action_name: Actions.Saved, action_type: "tap", owner: props.id }))
  save() {}

  @track({ action_name: "closed" })
  close = () => {};

  @track()
  render() {}
}

class Player {
  @other({ action: "not_sent" })
  play() {}
}
function other(_info: object) {
  return () => {};
}
