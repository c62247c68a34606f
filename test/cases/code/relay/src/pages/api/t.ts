import * as Mixpanel from "mixpanel";

const mixpanel = Mixpanel.init("x");
const handler = async ({ body: { eventName, eventBody } }: any, res: any) => {
  mixpanel.track(`${eventName}`, { ...eventBody });
  res.json({ status: 200 });
};
export default handler;
