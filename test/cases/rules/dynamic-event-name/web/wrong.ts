analytics.track(document.title);
analytics.track(isNew ? "Signed Up" : fallbackName());
analytics.track(`${kind} ${action}`);
