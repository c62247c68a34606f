import { built } from "#inner/names";
import { built as same } from "#~/inner/names";

analytics.track(built);
analytics.track(same);
