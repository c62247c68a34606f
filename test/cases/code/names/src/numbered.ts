enum Step {
  Viewed,
  Paid = 4,
  Refunded,
}

const send = (step: Step, props?: object) => window.fbq("track", Step[step], props);
send(Step.Refunded, { plan: "pro" });
analytics.track(Step[Step.Viewed]);
analytics.track(Step[Number(location.hash)]);
