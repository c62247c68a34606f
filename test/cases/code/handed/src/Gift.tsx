import { forwardRef, memo } from "react";

const nothing = () => {};

export const Gift = memo(({ wrap = nothing, onNote }: { wrap?: (name: string) => void; onNote: (text: string) => void }) => (
  <button type="button" onClick={() => wrap("Gift Wrapped")} onBlur={() => onNote("from a friend")} />
));

// What it picks nobody knows: the function that it is handed says what is sent.
export const Note = forwardRef<HTMLInputElement, { onPick: (value: string) => void }>(function Note({ onPick }, ref) {
  return <input ref={ref} onChange={(event) => onPick(event.target.value)} />;
});
