import { useLeaving } from "./layers";

export function useForm({ cart, step }) {
  const { leave } = useLeaving();
  const left = useCallback(() => {
    leave({ cart_id: cart, step });
  }, [cart]);
  return { left };
}
