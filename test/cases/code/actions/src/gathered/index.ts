import * as actions from "./actions";

export { actions };
