export const useReportEvent = () => {
  const report = useApi({ url: "/events/report", method: "post" });
  return (eventName: string, data?: object) => report.mutate({ content: { eventName, data } });
};
