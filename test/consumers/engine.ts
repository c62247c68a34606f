// LiquidJS with Customer.io's tags, as the judge of what is Liquid: it renders the messages, so its verdict counts.
import { Liquid } from "liquidjs";
import { customerioTags } from "../../src/consumers/vocabulary.js";

const engine = new Liquid();
for (const tag of customerioTags) {
  engine.registerTag(tag, {
    parse() {},
    render() {
      return "";
    },
  });
}

/** What the engine says of a template that it refuses; undefined for one that it takes. */
export function engineError(text: string): string | undefined {
  try {
    engine.parse(text);
    return undefined;
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.message.split("\n")[0] ?? "") : String(thrown);
  }
}
