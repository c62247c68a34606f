// Both functions are declared: what one of them hands to the other is not asked for again.
export function makeSteps() {
  return {
    async note(eventName: string, about: object) {
      await fetch("https://steps.example/track", { method: "POST", body: JSON.stringify({ eventName, about }) });
    },
    noteLater(eventName: string, about: object, isReady: boolean) {
      if (isReady) this.note(eventName, about);
    },
  };
}
