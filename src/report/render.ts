// Chooses the reporter of a format.
import { githubReport, gitlabReport, junitReport } from "./ci.js";
import { conciseReport, jsonReport } from "./machine.js";
import { markdownReport } from "./markdown.js";
import type { Format, Report } from "./report.js";
import { sarifReport } from "./sarif.js";
import { type TextLayout, textReport } from "./text.js";

/** The text of a report; `layout` counts for the format `text` alone. */
export function renderReport(report: Report, format: Format, layout: TextLayout): string {
  switch (format) {
    case "text":
      return textReport(report, layout);
    case "concise":
      return conciseReport(report);
    case "json":
      return jsonReport(report);
    case "sarif":
      return sarifReport(report);
    case "github":
      return githubReport(report);
    case "gitlab":
      return gitlabReport(report);
    case "junit":
      return junitReport(report);
    case "markdown":
      return markdownReport(report);
  }
}
