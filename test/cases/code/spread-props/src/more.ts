export function useMore(isOpen: boolean) {
  return [
    ...(isOpen ? [{ label: "Sell", event: "Sell Touched" }] : []),
    { label: "Send", event: "Send Touched" },
  ];
}
