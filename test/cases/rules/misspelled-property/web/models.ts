// A name that goes on where the key ends is meant sooner than one that is a letter shorter; nobody renames it unasked.
analytics.track("Question Asked", { model: "large" });
