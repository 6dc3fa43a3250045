import type { Context, Hono } from 'hono'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { may } from '../../../usecases/permissions.ts'
import { inspectSelf } from '../../../usecases/self-inspection/inspect.ts'
import { listSelfChecks } from '../../../usecases/self-inspection/list-records.ts'
import { ownRules } from '../../../domain/self-inspection/own-rules.ts'
import { recordSelfCheck } from '../../../usecases/self-inspection/record.ts'
import { strikeRecord } from '../../../usecases/self-inspection/strike.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { sheetFormat, sheetResponse } from '../../sheet-response.ts'
import { selfCheck as words } from '../../ui/words/self-inspection.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, type StepNotice } from '../desk/step-answer.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { SelfInspectionPage } from './page.tsx'
import { SelfChecksPage } from './records-page.tsx'
import { selfInspectionSheet } from './sheet.ts'

type C = Context<AppEnv>

const formLimit = 16 * 1024
const fields = ['checkedOn', 'proof', 'object', 'verdict', 'sinceOn', 'lastOn', 'replyOn']
const counts = ['tries', 'failed', 'elsewhere']

/** Mounts the self-inspection (网站自查): the table, it as a file, and the records that officers make. */
export function mountSelfInspection(app: Hono<AppEnv>): void {
  app.get('/desk/self-inspection', inspect)
  app.get('/desk/self-inspection/checks/:indicator', show)
  app.post('/desk/self-inspection/checks/:indicator', record)
  app.post('/desk/self-inspection/checks/:indicator/struck', strike)
}

async function inspect(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const inspected = await inspectSelf(ctx)
  if (!inspected.ok) return refusalResponse(c, inspected.refusal)
  const rules = ownRules(site.agency)
  const format = sheetFormat(c.req.query('format'))
  if (format !== null) {
    return sheetResponse(selfInspectionSheet(site.agency.name, inspected.value, rules), format)
  }
  return answerPrivatePage(
    c,
    <SelfInspectionPage
      frame={frameOf(c)}
      inspected={inspected.value}
      rules={rules}
      mayRecord={may(ctx.actor, 'self-inspection.record')}
    />,
  )
}

async function show(c: C): Promise<Response> {
  const done = c.req.query('done')
  const title = done === 'struck' ? words.struck : words.done
  return page(c, new Map(), null, done === undefined ? null : { tone: 'success', title })
}

async function record(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text } = read.value
  const done = await recordSelfCheck(ctx, ruleOf(c), inputFrom(text))
  if (done.ok) return c.redirect(site.to.selfChecks(ruleOf(c), { done: 'recorded' }), 303)
  return page(c, text, done.refusal, null)
}

/** What the form states: where there is nothing of the kind, only the day and the proof count. */
function inputFrom(text: ReadonlyMap<string, string>): Record<string, unknown> {
  if (text.get('absent') === '1') return { ...inputOf(text, ['checkedOn', 'proof']), absent: true }
  const numbers = Object.entries(inputOf(text, counts)).map(([name, value]) => {
    return [name, /^\d{1,9}$/.test(String(value)) ? Number(value) : value]
  })
  return { ...inputOf(text, fields), ...Object.fromEntries(numbers) }
}

async function strike(c: C): Promise<Response> {
  const { ctx, site } = c.var
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const done = await strikeRecord(ctx, ruleOf(c), read.value.text.get('record') ?? '')
  return done.ok
    ? c.redirect(site.to.selfChecks(ruleOf(c), { done: 'struck' }), 303)
    : refusalResponse(c, done.refusal)
}

async function page(
  c: C,
  text: ReadonlyMap<string, string>,
  refusal: Refusal | null,
  notice: StepNotice | null,
): Promise<Response> {
  const { ctx } = c.var
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const listed = await listSelfChecks(ctx, ruleOf(c))
  if (!listed.ok) return refusalResponse(c, listed.refusal)
  const again = listed.value.items.find(({ id }) => id === c.req.query('of'))
  const known =
    again === undefined
      ? []
      : ([
          ['object', again.object],
          ['checkedOn', again.on],
          ['proof', again.proof],
        ] as const)
  return answerPrivatePage(
    c,
    <SelfChecksPage
      frame={frameOf(c)}
      checks={listed.value}
      filled={{ text: new Map([...known, ...text]), errors: declined?.errors ?? {} }}
      today={localDateOf(ctx.now)}
      mayRecord={may(ctx.actor, 'self-inspection.record')}
      notice={declined?.notice ?? notice}
    />,
    declined?.status ?? 200,
  )
}

function ruleOf(c: C): string {
  return c.req.param('indicator') ?? ''
}
