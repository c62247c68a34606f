import { disk } from "@acme/disk";

const keeper = (file: string) => ({
  logEvent: (what: string, about?: object) => disk.append(file, { what, about }),
});
export const journal = keeper("journal");
export const diary = keeper("diary");
