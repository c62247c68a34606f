import { Component, EventEmitter, Output } from "@angular/core";

@Component({ selector: "app-line", template: "" })
export class LineComponent {
  @Output() taken = new EventEmitter<{ name: string }>();
  @Output() left = new EventEmitter<string>();
  @Output() other = new EventEmitter<string>();

  take() {
    this.taken.emit({ name: "Taken" });
  }

  leave(name: string) {
    this.left.emit("Line Left");
    this.left.emit(name);
    this.other.emit("Nothing Sent");
  }
}
