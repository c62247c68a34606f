import { X } from "x";
analytics.track(X);
