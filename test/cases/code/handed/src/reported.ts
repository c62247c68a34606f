import { Reports } from "./quietly";

Reports().reportEvent("Report Opened", { pages: 2 });
