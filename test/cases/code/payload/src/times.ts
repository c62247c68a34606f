// Milliseconds, seconds and dates are told apart, as the language and its libraries give them.
import { AnalyticsBrowser } from "@segment/analytics-next";
import { formatISO, getTime, getUnixTime } from "date-fns";
import dayjs from "dayjs";
import { DateTime } from "luxon";
import moment from "moment";

const analytics = AnalyticsBrowser.load({ writeKey: "x" });

export function times(date: Date, order: { paidAt: Date }, stamp: number) {
  analytics.track("Milliseconds", {
    a: date.getTime(),
    b: order.paidAt.getTime(),
    c: Number(new Date()),
    d: +date,
    e: new Date().valueOf(),
    f: Math.floor(Date.now()),
    g: dayjs().valueOf(),
    h: getTime(date),
    i: DateTime.now().toMillis(),
  });
  analytics.track("Seconds", {
    a: Math.floor(date.getTime() / 1000),
    b: Math.round(+new Date() / 1e3),
    c: dayjs(date).unix(),
    d: moment().unix(),
    e: getUnixTime(date),
    f: DateTime.now().toUnixInteger(),
  });
  analytics.track("Texts", {
    a: moment().format(),
    b: dayjs().toISOString(),
    c: formatISO(date),
    d: DateTime.now().toISO(),
    e: moment().format("YYYY"),
  });
  analytics.track("Not Told", {
    a: stamp,
    b: Math.floor(stamp / 1000),
    c: ~~(Date.now() / 1000),
    d: Number(stamp),
    e: moment.unix(stamp),
    f: dayjs().toDate(),
  });
}
