import posthog from "posthog-js";
import Vue from "vue";

const shop = { track: (name) => posthog.capture(name) };
Vue.prototype.$shop = shop;

export const send = (app) => {
  app.config.globalProperties.$send = (name) => posthog.capture(name);
};

export const nuxt = (context, inject) => {
  inject("nuxt2", { track: (name) => posthog.capture(name) });
};
