import { useReportEvent } from "./hooks/useReportEvent";

// What the hook gives is called as it likes: the hook says what it is.
export const Banner = ({ href }: { href: string }) => {
  const report = useReportEvent();
  return <a href={href} onClick={() => report("BANNER_CLICKED", { href })} />;
};
