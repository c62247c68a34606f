import type { Client } from "./client";
export class InjectionToken<_T> { constructor(readonly about: string) {} }
export declare function inject<T>(token: InjectionToken<T>): T;
export const CLIENT = new InjectionToken<Client>("Client");
export const MEDIA: InjectionToken<{ captureAction(name: string): void }> = new InjectionToken("Media");
