// A name that is put together wrongly is one mistake, and it is where that is done.
const reached = (step: string) => analytics.track(`Reachd ${step} Step`);

reached("Payment");
reached("Shipping");

export const step = (which: "Payment" | "Shipping") => analytics.track(`Reached ${which} Stepp`);

// Here the caller's part is wrong.
const rightly = (step: string) => analytics.track(`Reached ${step} Step`);

rightly("Paymant");
