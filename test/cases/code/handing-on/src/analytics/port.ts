export const port = {
  analyticsCapture: (request: object) => bridge.post("analytics", request),
};
