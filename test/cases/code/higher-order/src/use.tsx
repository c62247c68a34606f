import { ACTIONS } from "./analytics";
import { Card, Flown } from "./Card";
import Confirm from "./confirm";
import TranslatedRow, { Row } from "./row";

export const Send = () => <Confirm action={ACTIONS.SEND} />;
export const Stake = () => <Confirm action={ACTIONS.STAKE} />;
// No event stands in the table under this.
export const Other = () => <Confirm action={ACTIONS.OTHER} />;

export const Rows = () => (
  <>
    <Row tapName="Row Tapped" />
    <TranslatedRow tapName="Translated Row Tapped" />
    <Card label="Card Tapped" />
    <Flown label="Flown Card Tapped" />
  </>
);
