import { connect } from "react-redux";
import { compose } from "../compose";
import Confirm from "./Confirm";
import { showPin } from "./actions";

const reduxConnect = connect((state) => ({ pin: state.pin }), { showPin });

export default compose(reduxConnect)(Confirm);
