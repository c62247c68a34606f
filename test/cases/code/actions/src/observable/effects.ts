// NgRx: what an action is given stands beside its type.
import { Actions, createEffect, ofType } from "@ngrx/effects";
import { createAction, props } from "@ngrx/store";
import mixpanel from "mixpanel-browser";
import { tap, withLatestFrom } from "rxjs/operators";

export const opened = createAction("[Cart] Opened", props<{ name: string }>());
export const closed = createAction("[Cart] Closed", props<{ name: string }>());

export class CartEffects {
  opened$ = createEffect(
    () => this.actions$.pipe(ofType(opened), tap(({ name }) => mixpanel.track(name))),
    { dispatch: false },
  );
  closed$ = createEffect(
    () =>
      this.actions$.pipe(
        ofType(closed),
        withLatestFrom(this.user$),
        tap(([action, user]) => mixpanel.track(action.name, { plan: user.plan })),
      ),
    { dispatch: false },
  );
  constructor(
    private actions$: Actions,
    private user$,
  ) {}
}
