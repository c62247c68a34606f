import {
  createAction,
  createAsyncThunk,
  createListenerMiddleware,
  createSlice,
  isAnyOf,
  type PayloadAction,
} from "@reduxjs/toolkit";
import posthog from "posthog-js";

const slice = createSlice({
  name: "events",
  initialState: {},
  reducers: {
    tracked(state, action: PayloadAction<{ name: string }>) {},
    cartOpened: (state, action: PayloadAction<string>) => {},
  },
});
export const { tracked, cartOpened } = slice.actions;
export const noted = createAction<string>("events/noted");
export const sent = createAsyncThunk("events/sent", async (arg: { event: string; props?: object }) => {
  posthog.capture(arg.event, arg.props);
});
export const counted = (name: string) => (dispatch, getState) => {
  posthog.capture(name, { id: getState().id });
};

export const listener = createListenerMiddleware();
listener.startListening({
  actionCreator: tracked,
  effect: (action) => {
    posthog.capture(action.payload.name);
  },
});
listener.startListening({
  actionCreator: noted,
  effect: async (action) => {
    posthog.capture(action.payload);
  },
});
listener.startListening({
  matcher: isAnyOf(cartOpened),
  effect: () => {
    posthog.capture("Toolkit Cart Opened");
  },
});
