import posthog from "posthog-js";

// A name that is put together from what a handler inside is given: the function says who hands it in.
function Row({ tell }: { tell: (name: string) => void }) {
  const choose = (size: string) => tell(`row_${size}_chosen`);
  const show = (what: string) => tell(`row_${what}_shown`);
  show("prices");
  return <select onChange={(event) => choose(event.target.value)} />;
}

export const Rows = () => <Row tell={(name) => posthog.capture(name)} />;
