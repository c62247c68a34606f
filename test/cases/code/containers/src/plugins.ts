import type { PluginConfig, Ui } from "./types";
const bank = (config: PluginConfig): void => {
  const { onLogEvent } = config;
  const settle = () => { onLogEvent("Buy Success", { amount: 1 }); };
  settle();
};
const card = async ({ showUi }: { showUi: Ui }) => {
  showUi.showToast("Not An Event");
  await showUi.trackConversion("Sell Success", { amount: 2 });
};
export const plugins = [bank];
export { card };
namespace Local {
  export type PluginConfig = { readonly onLogEvent: (event: string) => void };
  export const run = (config: PluginConfig) => { config.onLogEvent("Not An Event Either"); };
}
export { Local };
