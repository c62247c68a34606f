// Tracks that are played, and hooks that give them out.
import { useTrack, useTrackField } from "./useTrack";

export const useTrackByLink = (link: string, options?: { live: boolean }) => {
  const { data: trackId } = fetchId(link);
  return useTrack(trackId, options);
};

export function Player(player: { track(name: string): void }) {
  const { data } = useTrackByLink("/intro", { live: true });
  const [license, , { setValue: setLicense }] = useTrackField("license");
  setLicense("free");
  player.track("Intro");
  return [data, license];
}
