import amplitude from "amplitude-js";
export const track = (name) => amplitude.getInstance().logEvent(`Own ${name}`);
