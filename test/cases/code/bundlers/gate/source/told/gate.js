import mixpanel from "mixpanel";
export const passed = (gate) => mixpanel.track(`Gate ${gate}`);
