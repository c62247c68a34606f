// None of these emits: what looks like an emission is another thing's method.
import { Router } from "express";
import { chromium } from "playwright";

class Playlist {
  track(name: string) {
    return this.songs.find((song) => song === name);
  }
  songs: string[] = [];
}

export async function play(audio: { track(name: string): void }, stream: MediaStream) {
  audio.track("Intro");
  new Playlist().track("Intro");
  stream.getTracks().forEach((track) => track.stop());
  const page = await (await chromium.launch()).newPage();
  page.track("x");
  Router().page("About");
  document.getSelection()?.identify("x");
  console.group("Order Completed");
  // analytics.track("In a comment");
  const text = 'analytics.track("In a text")';
  history.push({ event: "Order Completed" });
  return text;
}
