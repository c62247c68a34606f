import { createAction } from "@reduxjs/toolkit";

export const trackShopEvent = createAction<{ key: string; about?: object }>("reports/trackShopEvent");
