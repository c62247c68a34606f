import React, { Component, createContext } from "react";
import { useContext } from "react";
import mixpanel from "mixpanel-browser";

const Account = createContext();

// What a state begins with decides no condition: it is set later.
export class AccountProvider extends Component {
  constructor() {
    super();
    this.state = { user: {}, plan: "free" };
  }

  componentDidMount() {
    load().then((user) => this.setState(() => ({ user })));
  }

  render() {
    return <Account.Provider value={{ state: this.state }}>{this.props.children}</Account.Provider>;
  }
}

function greet(user, name) {
  if (!user || !user.address) return;
  mixpanel.track(name);
}

// No `setState` sets it: what it begins with stays.
function upgrade(plan) {
  if (plan === "paid") mixpanel.track("Upgraded");
  mixpanel.track(`Seen On ${plan}`);
}

export function Greeting() {
  const { state } = useContext(Account);
  greet(state.user, "Account Greeted");
  upgrade(state.plan);
  return <p>Welcome</p>;
}
