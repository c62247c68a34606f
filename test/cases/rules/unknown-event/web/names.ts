export const gone = "Left the Shop";
