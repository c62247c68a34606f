import mixpanel from "mixpanel-browser";
import { create } from "zustand";
import { persist } from "zustand/middleware";

export const useJournal = create(
  persist(
    (set, get) => ({
      open: false,
      log: (name: string, props?: object) => mixpanel.track(name, props),
      toggle: () => {
        set({ open: true });
        get().log("Journal Toggled", { open: true });
      },
    }),
    { name: "journal" },
  ),
);
useJournal.getState().log("Journal Read");
