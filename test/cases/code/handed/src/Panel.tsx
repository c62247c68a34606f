import { Row } from "./Row";

interface Props {
  title: string;
  act: (name: string) => void;
  onSize?: (size: string) => void;
}

export function Panel(props: Props) {
  const { act, onSize } = props;
  return (
    <div>
      <button type="button" onClick={() => props.act("Panel Opened")} />
      <button type="button" onClick={() => onSize?.("large")} />
      <Row title={props.title} finish={act} />
    </div>
  );
}
