// A component hands on what it is given in a function of its own: each of the calls below is told, not the first alone.
import mixpanel from "mixpanel-browser";

type Tell = (event: string, about?: object) => void;

const Drawer = ({ tell }: { tell: Tell }) => {
  const open = () => {
    tell("Drawer Opened", { items: 2 });
    tell("Drawer Shown");
  };
  return <button type="button" onClick={open} onBlur={() => tell("Drawer Left")} />;
};

const Panel = ({ onTold }: { onTold?: Tell }) => {
  const tell: Tell = (event, about) => {
    if (onTold) onTold(event, about);
  };
  return <Drawer tell={tell} />;
};

export const Page = () => <Panel onTold={(event, about) => mixpanel.track(event, about)} />;
