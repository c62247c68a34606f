// What a component asks for in a field, as newer components do.
import { Component, inject } from "@angular/core";
import { Angulartics2 } from "angulartics2";

@Component({ selector: "shop-injected", template: "" })
export class InjectedComponent {
  private angulartics = inject(Angulartics2);
  opened(): void {
    this.angulartics.eventTrack.next({ action: "Injected Opened", properties: { size: 2 } });
  }
}
