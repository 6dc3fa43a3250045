import { createMiddleware } from 'hono/factory'
import { takesApplications } from '../../domain/agency/takes-applications.ts'
import type { AppEnv } from '../app-env.ts'
import { refusalResponse } from '../refusal.tsx'

/** Closes the pages of applications where there is no duty to take any (公共企事业单位, 条例第55条). */
export const applicationsTaken = createMiddleware<AppEnv>(
  async function applicationsTaken(c, next) {
    return takesApplications(c.var.site.agency)
      ? next()
      : refusalResponse(c, { code: 'no-applications' })
  },
)
