import { Framed, Link, Row, Switch } from "./row";

export function Page({ toggle, rest }) {
  return (
    <>
      <Row label="Plain" />
      <Row label="Switchable" setEnabled={toggle} />
      <Row label="Linked" link="/there" />
      <Row label="Anything" {...rest} />
      <Switch trackingId="silent" />
      <Link trackingId="enabled" />
      <Link trackingId="greyed" disabled />
      <Framed color="red" />
    </>
  );
}
