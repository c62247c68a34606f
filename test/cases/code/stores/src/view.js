export default {
  methods: {
    go() {
      this.$store.dispatch("reports/send", { type: "CLICKED", on: "row" });
      // Another module's.
      this.$store.dispatch("orders/send", { type: "NOT_AN_EVENT" });
    },
  },
};
