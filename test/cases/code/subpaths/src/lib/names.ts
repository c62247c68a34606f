export enum Names {
  Opened = "Cart Opened",
}
