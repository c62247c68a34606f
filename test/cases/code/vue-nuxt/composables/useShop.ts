export function useShop() {
  return { tell: (action: string) => note(`shop ${action}`) };
}
