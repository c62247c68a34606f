import Vue from "vue";
import posthog from "posthog-js";
import _ from "lodash";
import { counting } from "../mixins/counting";

Vue.mixin({
  created() {
    posthog.init("key");
  },
  methods: {
    tellAll(name) {
      posthog.capture(name);
    },
    ownWins(name) {
      posthog.capture(name);
    },
  },
});
Vue.mixin(counting);
_.mixin({ tellNobody: (name) => posthog.capture(`of lodash ${name}`) });
