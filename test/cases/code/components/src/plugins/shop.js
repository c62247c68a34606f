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

class Clicks {
  constructor(dataLayer) {
    this.dataLayer = dataLayer;
  }
  push(...args) {
    this.dataLayer.push(...args);
  }
  clicked(event, label, data = {}) {
    this.push({ ...data, event, label });
  }
}

export function clicks(Vue, options = {}) {
  const made = new Clicks(options.dataLayer);
  Vue.mixin({ computed: { $clicks: () => made } });
}

clicks(Vue, { dataLayer: window.dataLayer });
