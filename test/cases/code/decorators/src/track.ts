import react from "react-tracking";

export function track(info: object | ((props: any) => object), options?: object) {
  return react(info, options);
}
