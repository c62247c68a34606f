import type { InjectionKey } from "vue";
export const senderKey: InjectionKey<{ report(name: string): void }> = Symbol("sender");
export const otherKey: InjectionKey<{ report(name: string): void }> = Symbol("other");
