const rest = load();

analytics.track("Viewed Product", { product_id: "a" });
analytics.track("Viewed Product", { product_id: "a", ...rest });
analytics.track("Viewed Product", rest);
analytics.track("Viewed Product", { product_id: "a", nothing: undefined });
analytics.track("Answered Survey", { survey_id: "a", answer: 4 });
// One of several: what each carries is not known.
analytics.track(isNew ? "Viewed Product" : "Answered Survey", { product_id: "a", survey_id: "b" });
