// Fields that hold what a constructor is given: a text, whatever type the field has, and all keys of an object.
import mixpanel from "mixpanel-browser";

export class Shelf {
  private readonly openedEvent: string;
  label?: string;
  constructor(openedEvent: string) {
    this.openedEvent = openedEvent;
  }
  open() {
    mixpanel.track(this.openedEvent);
  }
}

type Given = { action?: string; name?: string };

class Told {
  action?: string;
  name?: string;
  constructor(element: Element, given?: Given) {
    if (given) Object.assign(this, given);
    if (element.hasAttribute("data-name")) this.name = element.getAttribute("data-name") ?? undefined;
  }
  data() {
    return { event: this.action, label: this.name };
  }
}

export function tellOf(element: Element, given: Given) {
  const told = new Told(element, given);
  const { event, label } = told.data();
  mixpanel.track(event, { label });
}
