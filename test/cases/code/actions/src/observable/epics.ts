import posthog from "posthog-js";
import { ofType } from "redux-observable";
import { filter, ignoreElements, tap } from "rxjs/operators";

export const SEND = "events/SEND";
export const COUNT = "events/COUNT";
export const send = (event: string) => ({ type: SEND, event });
export const count = (event: string) => ({ type: COUNT, event });

export const sends = (action$) =>
  action$.pipe(
    ofType(SEND),
    tap((action) => {
      posthog.capture(action.event);
    }),
    ignoreElements(),
  );
export const counts = (action$) =>
  action$.pipe(
    filter((action) => action.type === COUNT),
    tap(({ event }) => posthog.capture(event)),
    ignoreElements(),
  );
