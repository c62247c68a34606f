export function useLeaving({ done }: { done: (name: string) => void }) {
  const leave = () => done("Shop Left");
  return leave;
}
