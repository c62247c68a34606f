import { usePlausible } from "next-plausible";

export const useFire = () => {
  const plausible = usePlausible();
  return (name: string, props: object) => plausible(name, { props });
};

export function Buy() {
  const fire = useFire();
  const plausible = usePlausible<{ Seen: { at: string } }>();
  plausible("Seen", { props: { at: "top" } });
  return <button onClick={() => fire("Bought", { plan: "pro" })}>Buy</button>;
}
