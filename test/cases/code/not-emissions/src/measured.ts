import { analyticsEvent, recordMetric, setVariable } from "./analytics-measures";

setVariable("customer", "1");
recordMetric("total_lines", 3);
analyticsEvent("opened");
