const Analytics = require("analytics-node");
const client = new Analytics("key");
export const record = (userId, name) => client.track({ userId, event: `Order ${name}` });
