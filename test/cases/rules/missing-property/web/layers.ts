import { useMutation } from "@tanstack/react-query";

export function useLeaving() {
  const { mutate } = useMutation({
    mutationFn: async ({ cart_id, cart_value, page_path, step }) => {
      const told = { cart_id, cart_value, page_path };
      analytics.track("Left Checkout", { ...told, step: Number(step) });
    },
  });
  return { leave: mutate };
}
