import * as React from "react";

// A provider that is given what it provides, and a default that stands in for it.
export type Api = { fireEvent: (name: string, payload: object) => void };
const silent: Api = { fireEvent: (name, payload) => console.log(name, payload) };
const ApiContext = React.createContext<Api>(silent);
export const useApi = (): Api => React.useContext(ApiContext);
export function ApiProvider({ api, children }: { api?: Api; children: React.ReactNode }) {
  const above = React.useContext(ApiContext);
  return <ApiContext.Provider value={api ?? above}>{children}</ApiContext.Provider>;
}
