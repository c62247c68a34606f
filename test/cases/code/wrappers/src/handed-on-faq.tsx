export function faq(sendEvent: (name: string) => void) {
  return [{ answer: <button onClick={() => sendEvent("Answer Opened")} /> }];
}
