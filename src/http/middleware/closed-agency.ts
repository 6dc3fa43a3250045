import { createMiddleware } from 'hono/factory'
import { closureOf } from '../../domain/agency/closure.ts'
import { localDateOf } from '../../domain/time/instant.ts'
import type { AppEnv } from '../app-env.ts'
import { refusalResponse } from '../refusal.tsx'

/**
 * Closes the doors of an agency that has been merged away (撤并机关): its desk and its application form
 * answer who took over. What is public stays readable, and so does the state of an old application.
 */
export const closedAgency = createMiddleware<AppEnv>(async function closedAgency(c, next) {
  const closure = closureOf(c.get('site').agency, localDateOf(c.get('ctx').now))
  if (closure === null) return next()
  return refusalResponse(c, {
    code: 'agency-closed',
    closedOn: closure.on,
    successor: closure.successor,
  })
})
