// A function that sends what it is told in one of two ways: what is given is held to both.
declare const isRushed: boolean;

const tell = (name: string, payload: any) => {
  if (isRushed) analytics.track(name, { ...payload, total: 8 });
  else analytics.track(name, payload);
};
const paid = (payload: any) => tell("Order Completed", payload);

paid({ total: "8" });
paid({ total: 8 });
