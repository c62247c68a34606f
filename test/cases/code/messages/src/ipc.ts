import { ipcMain } from "electron";
export const on = (channel: string, listener: any) => ipcMain.on(channel, listener);
