import { ipcRenderer } from "electron";
export const trackEvent = async (o: { event: string }) => ipcRenderer.invoke("trackEvent", o);
