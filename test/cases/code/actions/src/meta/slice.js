import { createSlice } from "@reduxjs/toolkit";

const told = (action, payload) => ({ payload, meta: { analytics: { category: "cart", action } } });

export const cart = createSlice({
  name: "cart",
  initialState: {},
  reducers: {
    clear: { reducer: () => ({}), prepare: () => told("Meta Cart Cleared") },
  },
});
