import mixpanel from "mixpanel-browser";

// Two names that one call hands on, beside what sends them.
function useLabel({ openName, helpName, tell }) {
  return { open: () => tell(openName, { isOpen: true }), help: () => tell(helpName) };
}

function Label({ id, statusName, helpName }) {
  const tell = (name, about = {}) => mixpanel.track(name, { ...about, id });
  const { open, help } = useLabel({ openName: statusName, helpName, tell });
  return <button onClick={open} onFocus={help} />;
}

export const Sold = () => (
  <Label
    statusName="Sold Label Opened"
    helpName="Sold Label Asked"
  />
);
