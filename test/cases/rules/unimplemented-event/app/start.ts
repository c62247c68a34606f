// trackwright-ignore-next-line dynamic-event-name: anything may be sent from here
analytics.track(window.name);
