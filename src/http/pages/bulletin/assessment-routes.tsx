import type { Context, Hono } from 'hono'
import type { Result } from '../../../domain/shared/refusal.ts'
import { decideObjection } from '../../../usecases/report/bulletin/decide-objection.ts'
import { addMark, removeMark } from '../../../usecases/report/bulletin/mark.ts'
import type { AppEnv } from '../../app-env.ts'
import { refusalResponse } from '../../refusal.tsx'
import { inputOf, readPageForm } from '../form-values.ts'
import { stepInput } from '../desk/step-answer.ts'
import { attemptOf, bulletinSheet } from './routes.tsx'

type C = Context<AppEnv>
type Text = ReadonlyMap<string, string>

const formLimit = 32 * 1024

/** Mounts marks and objections of the half-year assessment (考核记分和异议). */
export function mountAssessment(app: Hono<AppEnv>): void {
  app.post('/desk/bulletins/:bulletin/marks', (c) =>
    step(c, (text) => addMark(c.var.ctx, c.var.region, idOf(c), markOf(text)), 'mark'),
  )
  app.post('/desk/bulletins/:bulletin/marks/:mark', (c) =>
    step(c, () => removeMark(c.var.ctx, idOf(c), c.req.param('mark') ?? ''), 'mark'),
  )
  app.post('/desk/bulletins/:bulletin/objections/:objection', (c) => {
    const agency = c.req.param('objection') ?? ''
    return step(
      c,
      (text) =>
        decideObjection(c.var.ctx, idOf(c), agency, text.get('verdict') ?? '', {
          reason: '',
          ...stepInput(text, ['reason']),
        }),
      `objection-${agency}`,
    )
  })
}

function idOf(c: C): string {
  return c.req.param('bulletin') ?? ''
}

function markOf(text: Text): Record<string, unknown> {
  const { points, ...rest } = inputOf(text, ['agency', 'line', 'points', 'what', 'proof'])
  return { ...rest, points: Number(points) }
}

async function step(
  c: C,
  take: (text: Text) => Promise<Result<null>>,
  name: string,
): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const done = await take(text)
  if (done.ok) return c.redirect(c.var.site.to.bulletin(idOf(c), { done: 'step' }), 303)
  return bulletinSheet(c, attemptOf(name, text, done.refusal), done.refusal)
}
