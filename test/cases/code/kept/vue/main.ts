import posthog from "posthog-js";
import { createApp } from "vue";
import App from "./App.vue";

const app = createApp(App);
app.provide("shop", { send: (name: string, payload?: object) => posthog.capture(name, payload) });
app.mount("#app");
