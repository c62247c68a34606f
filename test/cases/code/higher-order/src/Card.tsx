import { connect } from "react-redux";
import { memo } from "react";
import { flowRight } from "lodash";
import { tapped } from "./analytics";

const Plain = ({ label }) => <button onClick={() => tapped(label)} />;

export const Card = connect(null, {})(memo(Plain));
export const Flown = flowRight(memo, connect())(Plain);
