import React from "react";
import Lines from "./Lines";

export default function Basket(props) {
  const { label, ...rest } = props;
  return <Lines {...rest} title={label} />;
}
