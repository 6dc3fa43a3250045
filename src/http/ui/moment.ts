/**
 * Day and clock of a publication (发布时间) from RFC 3339 of +08:00. Records brought from elsewhere know
 * the day alone and stand at midnight: they have no clock.
 */
export function momentOf(at: string): { day: string; clock: string | null } {
  const clock = at.slice(11, 16)
  return { day: at.slice(0, 10), clock: clock === '00:00' ? null : clock }
}

/** The same as one text: 2026-03-02 09:10. */
export function momentText(at: string): string {
  const { day, clock } = momentOf(at)
  return clock === null ? day : `${day} ${clock}`
}
