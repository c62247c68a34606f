export type OnLogEvent = (event: string, values?: object) => void;
export interface PluginConfig { readonly store: string; readonly onLogEvent: OnLogEvent }
export interface Ui { showToast(text: string): void; trackConversion: (event: string, values: object) => Promise<void> }
export type Late<Kind> = Kind;
