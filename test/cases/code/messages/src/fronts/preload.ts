import { ipcRenderer } from "electron";

async function invoke(channel: string, ...given: unknown[]) {
  const [error, value] = await ipcRenderer.invoke(channel, ...given);
  if (error) throw error;
  return value;
}
export const report = (name: string, about?: object) => invoke("fronts.track", name, about);
