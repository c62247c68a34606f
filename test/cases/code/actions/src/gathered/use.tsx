import { connect } from "react-redux";
import { bindActionCreators, type Dispatch } from "redux";
import { actions } from "./index";

export const opened = (dispatch: Dispatch) => {
  dispatch(actions.reports.trackShopEvent({ key: "Gathered Opened", about: { from: "menu" } }));
};

type Props = { readonly reportActions: { trackShopEvent: (one: { key: string }) => void; print: () => void } };

function Basket({ reportActions }: Props) {
  const print = () => {
    reportActions.print();
    reportActions.trackShopEvent({ key: "Gathered Printed" });
  };
  return <button onClick={print}>Print</button>;
}

export default connect(null, (dispatch: Dispatch) => ({
  reportActions: bindActionCreators(actions.reports as never, dispatch),
}))(Basket);
