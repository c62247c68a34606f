enum Trouble {
  error = "Signed In",
}

function handle(error: unknown, options?: { skip?: boolean; event?: string }) {
  if (!options?.skip) {
    const event = (options?.event as Trouble) || Trouble.error;
    window.analytics.track(event, { error });
  }
}

// Nothing is sent here, so that there is nothing to know.
handle(1, { skip: true });
handle(2);
