import { type Ampli, ampli } from "./ampli";

// A default stands for what nobody hands in but a test.
export const makeManager = (client: Ampli = ampli) => {
  const track = { songPlayed: client.songPlayed.bind(client) };
  return { track };
};

const { track } = makeManager();
track.songPlayed({ title: "y" });
