import { useForm } from "./layers-form";

export function Page({ cart }: { cart: string }) {
  const { left } = useForm({ cart, step: 1 });
  return <button onClick={left} />;
}

export function Kiosk() {
  const { left } = useForm({ cart: "a", step: 2 });
  return <button onClick={left} />;
}
