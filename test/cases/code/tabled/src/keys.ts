export enum KeyEvents {
  Enter = "Enter",
}
