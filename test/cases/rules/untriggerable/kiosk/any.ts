analytics.track(await next());
