// A name that is put together of texts that are known, told to what is handed in.
const ways = { post: "posted", van: "driven" };

export class Parcels {
  private readonly track: (name: string, about: object) => void;
  constructor(given: any) {
    this.track = given.track;
  }
  left(way: "post" | "van", isThere: boolean) {
    this.track(ways[way] + ":" + (isThere ? "done" : "failed"), { isThere });
  }
}
