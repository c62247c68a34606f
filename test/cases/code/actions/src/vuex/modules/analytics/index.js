import * as actions from "./actions";
import { logIt } from "./log-it";
export default { namespaced: true, state: {}, actions: { ...actions, logIt } };
