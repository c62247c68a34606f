type Sink = (name: string, properties: object) => void;

// What is set once is called where everybody reports.
let sink: Sink = () => {};
export const setSink = (one: Sink) => {
  sink = one;
};

export const report = (name: string, properties: object = {}) => sink(name, properties);
export const seen = () => report("Banner Seen");
