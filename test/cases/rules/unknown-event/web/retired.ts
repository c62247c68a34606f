// It may be the one that the plan has retired.
analytics.track(`Export of ${list} Failed`);
