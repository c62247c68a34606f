import { contextBridge, ipcRenderer } from "electron";
const main = { track: (options: { event: string; properties?: object }) => ipcRenderer.send("track", options), two: (n: string) => ipcRenderer.invoke("trackTwo", n) };
contextBridge.exposeInMainWorld("main", main);
contextBridge.exposeInMainWorld("app", { three: (n: string) => ipcRenderer.send("three", n) });
