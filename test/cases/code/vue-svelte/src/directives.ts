import { createApp } from "vue";
import { left } from "./left-directive";
import posthog from "posthog-js";
import Shelf from "./Shelf.vue";

const app = createApp(Shelf);
app.directive("note", (element: HTMLElement, { value }: { value: string }) => {
  element.addEventListener("click", () => posthog.capture(value));
});
app.directive("note-event", {
  mounted(element: HTMLElement, binding: { value: { name: string; more?: object }; arg?: string }) {
    element.onclick = () => posthog.capture(`${binding.arg} ${binding.value.name}`, binding.value.more);
  },
});
app.directive("left", left);
// Nothing is sent by it.
app.directive("focus", (element: HTMLElement, { value }: { value: string }) => element.focus({ value }));
