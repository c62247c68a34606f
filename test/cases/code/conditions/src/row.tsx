// What a caller leaves out keeps the call behind it from being made.
import { Analytics } from "@segment/analytics-node";

const analytics = new Analytics({ writeKey: "x" });

export function Switch({ trackingId, onChange }) {
  return (
    <input
      onChange={() => {
        if (onChange) analytics.track({ event: `Switched ${trackingId}`, userId: "1" });
      }}
    />
  );
}

export function Row({ label, setEnabled, disabled = false, link }) {
  if (!link && setEnabled === undefined) return <b>{label}</b>;
  return (
    <div>
      {setEnabled !== undefined && <Switch trackingId={`${label} row`} onChange={setEnabled} />}
      {link != null ? <Link trackingId={label} /> : null}
    </div>
  );
}

export function Link({ trackingId, disabled }) {
  if (disabled) return <Button trackingId={trackingId} />;
  return <a onClick={() => analytics.track({ event: `Followed ${trackingId}`, userId: "1" })} />;
}

function Button({ trackingId }) {
  return <button onClick={() => analytics.track({ event: `Pressed ${trackingId}`, userId: "1" })} />;
}

/** Hands on whatever it is given: its callers tell, and none of them names an event. */
export function Framed({ ...rest }) {
  return <Silent {...rest} />;
}

export function Silent({ event }) {
  if (event) analytics.track({ event, userId: "1" });
  return null;
}
