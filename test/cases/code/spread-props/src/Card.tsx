import { Touch } from "./Touch";

export const Card = ({ title, ...props }: { title: string; onPress: () => void }) => (
  <Touch {...props} accessibilityLabel={title} />
);
