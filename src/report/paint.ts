// The colours of the terminal report, by meaning, so that the report itself knows no escape code.

export const paintRoles = ["error", "warning", "info", "strong", "faint", "place", "help", "fix"] as const;
export type PaintRole = (typeof paintRoles)[number];

/** Gives a text its colour. */
export type Paint = { readonly [role in PaintRole]: (text: string) => string };

const asIs = (text: string): string => text;

/** No colour at all. */
export const plainPaint: Paint = {
  error: asIs,
  warning: asIs,
  info: asIs,
  strong: asIs,
  faint: asIs,
  place: asIs,
  help: asIs,
  fix: asIs,
};
