import { trackIt } from "../analytics";
import { listen, logger } from "./logger";
logger.subscribe({ key: "segment", onEvent: (entry) => trackIt(entry.action, { category: entry.category }), onFlush: () => {} });
listen((name, data) => trackIt(name, data));
