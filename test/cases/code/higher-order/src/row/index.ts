import { observer } from "mobx-react";
import { withTranslation } from "react-i18next";
import { connect } from "react-redux";
import { withRouter } from "react-router";
import { compose } from "redux";
import { RowView } from "./Row";

export const Row = compose(connect((state) => ({ rows: state.rows })), withRouter, observer)(RowView);
export default withTranslation("rows")(RowView);
