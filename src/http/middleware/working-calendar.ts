import { createMiddleware } from 'hono/factory'
import { calendarInUse } from '../../usecases/calendar/in-use.ts'
import type { AppEnv } from '../app-env.ts'

/** Reads the calendar in use (现行工作日历) where days are counted for the public or an applicant. */
export const workingCalendar = createMiddleware<AppEnv>(async function workingCalendar(c, next) {
  const { ctx } = c.var
  c.set('ctx', { ...ctx, calendar: await calendarInUse(ctx) })
  return next()
})
