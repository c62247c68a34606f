import StatsReport from "@debank/festats";

export const stats = new StatsReport("https://shop.com");
stats.report("cartOpened", { items: "2" });
