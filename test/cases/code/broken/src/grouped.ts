// A table that holds what it holds: a circle, and no call of an event.
interface Visit {
  day: number;
}
export function grouped(visits: Visit[]) {
  const byDay: Record<string, Visit[]> = {};
  visits.forEach((visit) => {
    const day = String(visit.day);
    byDay[day] = byDay[day] || [];
    byDay[day].push(visit);
  });
  analytics.track("Visits Grouped");
  return byDay;
}
