import posthog from "posthog-js";
import styled from "styled-components";

function Touchable({ event, ...rest }: { event: string; [key: string]: unknown }) {
  return <button {...rest} onClick={() => posthog.capture(event)} />;
}

const Row = styled(Touchable)<{ wide?: boolean }>`
  color: red;
`;
const Card = styled(Touchable).attrs({ wide: true })`
  color: blue;
`;
const Tile = styled(Touchable)({ margin: 1 });
const Box = styled.div`
  color: green;
`;

export const SettingsRow = ({ event }: { event: string }) => <Row event={event} wide />;
export const List = () => (
  <Box event="Box Pressed">
    <SettingsRow event="Row Pressed" />
    <Card event="Card Pressed" />
    <Tile event="Tile Pressed" />
  </Box>
);
