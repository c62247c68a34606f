import { ipcMain } from "electron";
import { trackIt } from "./analytics";
import { on } from "./ipc";
ipcMain.on("track", (_, options: { event: string; properties?: object }) => { trackIt(options.event, options.properties); });
ipcMain.handle("trackTwo", async (_event, name: string) => trackIt(name));
on("three", (_, n: string) => trackIt(n));
