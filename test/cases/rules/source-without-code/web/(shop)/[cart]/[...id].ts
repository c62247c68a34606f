analytics.page();
