import posthog from "posthog-js";
import { useCallback } from "react";

type Given = { part: string; theme: "page" | "badge" | "full"; onShut?: () => void };

// What is made before a condition is used behind it: who does not come to the use sends nothing.
export const Notice = ({ part, theme, ...rest }: Given) => {
  const opened = () => posthog.capture(`Notice ${part}`);
  const shut = useCallback(() => posthog.capture(`Shut ${part}`), [part]);
  const link = <a onClick={opened}>Open</a>;
  if (theme === "badge") return <b />;
  if (theme === "full") return <p onBlur={shut}>{link}</p>;
  return (
    <p>
      <Notice {...rest} part={part} theme="badge" />
      <Notice {...rest} part={part} theme="full" />
    </p>
  );
};

export const Notices = () => (
  <>
    <Notice part="Cart" theme="badge" />
    <Notice part="Shelf" theme="full" />
    <Notice part="Order" theme="page" />
  </>
);

// What is used at two places is used at one of them.
export const Twice = ({ part, theme }: Given) => {
  const told = () => posthog.capture(`Twice ${part}`);
  return theme === "badge" ? <b onClick={told} /> : <a onClick={told} />;
};
export const Both = () => <Twice part="Cart" theme="badge" />;
