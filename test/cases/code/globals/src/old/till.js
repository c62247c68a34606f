export function closed() {
  window.Till.log("Till Closed", { sum: 12 });
  console.log("Till Printed");
}

export const opened = () => window.tellTill("Till Opened");
