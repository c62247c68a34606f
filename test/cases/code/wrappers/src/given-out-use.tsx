import { useGa } from "./given-out";

export function Plan() {
  const ga = useGa();
  ga({ category: "Plans", action: "Chosen" });
}
