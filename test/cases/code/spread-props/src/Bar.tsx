import { Touch } from "./Touch";

export function Bar({ buttons, MainButton, main }: any) {
  const Main = MainButton ?? Touch;
  return (
    <>
      <Main {...main} />
      {buttons.map(({ event, ...rest }: any) => (
        <Touch key={rest.label} event={event} onPress={rest.go} />
      ))}
    </>
  );
}
