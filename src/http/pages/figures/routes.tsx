import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { attestFigures } from '../../../usecases/statistics/attest-figures.ts'
import { listManualFigures } from '../../../usecases/statistics/list-manual-figures.ts'
import { may } from '../../../usecases/permissions.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { figures as words } from '../../ui/words/figures.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, type StepNotice } from '../desk/step-answer.ts'
import { readPageForm } from '../form-values.ts'
import { FiguresPage } from './page.tsx'

type C = Context<AppEnv>

const formLimit = 32 * 1024

/** Mounts the figures that are entered by hand (人工填报). */
export function mountFigures(app: Hono<AppEnv>): void {
  app.get('/desk/figures', show)
  app.post('/desk/figures', attest)
}

async function show(c: C): Promise<Response> {
  const period = c.req.query('period') ?? ''
  const notice: StepNotice | null =
    c.req.query('done') === undefined ? null : { tone: 'success', title: words.done }
  return page(c, period, new Map(), null, notice)
}

async function attest(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const period = text.get('period') ?? ''
  const entered = enteredOf(text)
  const reason = text.get('reason')?.trim() ?? ''
  const done = await attestFigures(ctx, period, {
    figures: entered.map(({ place: _place, ...figure }) => figure),
    ...(reason === '' ? {} : { reason }),
  })
  if (done.ok) return c.redirect(site.to.figures({ period, done: 1 }), 303)
  const places = entered.map(({ place }) => place)
  return page(c, period, text, placed(done.refusal, places), null)
}

type Entered = { place: number; indicator: string; value: string | null; version: number }

/** What was filled in: a line that is left blank is not reported. */
function enteredOf(text: ReadonlyMap<string, string>): Entered[] {
  const entered: Entered[] = []
  for (let place = 0; text.has(`indicator-${place}`) && place < 50; place += 1) {
    const value = text.get(`value-${place}`)?.trim() ?? ''
    const isNone = text.get(`none-${place}`) === 'yes'
    if (value === '' && !isNone) continue
    entered.push({
      place,
      indicator: text.get(`indicator-${place}`) ?? '',
      value: isNone ? null : value,
      version: Number(text.get(`version-${place}`)),
    })
  }
  return entered
}

/** A refusal whose faults point at the lines of the form. */
function placed(refusal: Refusal, places: readonly number[]): Refusal {
  if (refusal.code !== 'invalid') return refusal
  return {
    ...refusal,
    errors: refusal.errors.map((error) => {
      const at = /^\/figures\/(?<at>\d+)\//.exec(error.pointer)?.groups?.['at']
      return at === undefined ? error : { ...error, pointer: `/value-${places[Number(at)] ?? at}` }
    }),
  }
}

async function page(
  c: C,
  period: string,
  text: ReadonlyMap<string, string>,
  refusal: Refusal | null,
  notice: StepNotice | null,
): Promise<Response> {
  const { ctx } = c.var
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const { shown, isBadPeriod } = await listedFor(ctx, period)
  if (!shown.ok) return refusalResponse(c, shown.refusal)
  const errors: FormErrors = declined?.errors ?? {}
  return answerPrivatePage(
    c,
    <FiguresPage
      frame={frameOf(c)}
      view={shown.value}
      filled={{ text, errors }}
      today={localDateOf(ctx.now)}
      mayAttest={may(ctx.actor, 'figure.attest')}
      isBadPeriod={isBadPeriod}
      notice={declined?.notice ?? notice}
    />,
    declined?.status ?? (isBadPeriod ? 400 : 200),
  )
}

/** The figures of a period; of last year where what was asked is no period. */
async function listedFor(
  ctx: C['var']['ctx'],
  period: string,
): Promise<{ shown: Awaited<ReturnType<typeof listManualFigures>>; isBadPeriod: boolean }> {
  const listed = await listManualFigures(ctx, period === '' ? {} : { period })
  const isBadPeriod = !listed.ok && listed.refusal.code === 'invalid'
  return { shown: isBadPeriod ? await listManualFigures(ctx, {}) : listed, isBadPeriod }
}
