export function Button({ trackingId }: { trackingId: string }) {
  return <button onClick={() => analytics.track(trackingId)}>OK</button>;
}

const away = "Went Away";

export const page = (
  <div>
    <Button trackingId="Signed Up" />
    <Button
      trackingId="Pressed Button"
    />
    <Button trackingId={away} />
  </div>
);
