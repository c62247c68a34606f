type Props = { title: string; finish?: (name: string) => void };

export const Row = ({ title, finish }: Props) => {
  const tell = (name: string) => {
    if (title) finish?.(name);
  };
  return (
    <li>
      <button type="button" onClick={() => tell("Row Finished")} />
      <button type="button" onClick={() => finish && finish(Date.now() > 0 ? "Row Kept" : "Row Cleared")} />
    </li>
  );
};
