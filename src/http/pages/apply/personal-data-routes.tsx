import type { Context, Hono } from 'hono'
import { type Refusal, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { copyPersonalData } from '../../../usecases/application/personal-data/copy.ts'
import { correctPersonalData } from '../../../usecases/application/personal-data/correct.ts'
import { erasePersonalData } from '../../../usecases/application/personal-data/erase.ts'
import { setNotices } from '../../../usecases/application/personal-data/set-notices.ts'
import { showPersonalData } from '../../../usecases/application/personal-data/show.ts'
import type { PersonalDataView } from '../../../usecases/application/personal-data/view.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { personalDataFile } from '../../personal-data-file.ts'
import { refusalResponse } from '../../refusal.tsx'
import { formErrors, type FormErrors } from '../../ui/form-names.ts'
import { caseBars } from '../../ui/words/case-bars.ts'
import { personalData as words } from '../../ui/words/personal-data.ts'
import { type FormValues, inputOf, readPageForm } from '../form-values.ts'
import { PersonalDataPage } from './personal-data-page.tsx'
import { wrongPair } from './wrong-pair.tsx'

type C = Context<AppEnv>
type Answer = Response | Promise<Response>

const textLimit = 64 * 1024
const correctable = [
  'applicant.phone',
  'applicant.email',
  'applicant.address',
  'applicant.postcode',
  'applicant.contactName',
  'applicant.name',
  'applicant.idType',
  'applicant.idNumber',
  'applicant.creditCode',
  'applicant.legalRepresentative',
  'representative.phone',
  'representative.name',
  'representative.idType',
  'representative.idNumber',
  'delivery.form',
  'delivery.route',
  'reason',
]

/** Mounts an applicant's own data (我的个人信息): receipt and password come in the body of every call. */
export function mountPersonalData(app: Hono<AppEnv>): void {
  app.post('/apply/personal-data', show)
  app.post('/apply/personal-data/copy', copy)
  app.post('/apply/personal-data/corrections', correct)
  app.post('/apply/personal-data/erasures', erase)
  app.post('/apply/personal-data/notices', tell)
}

async function show(c: C): Promise<Response> {
  return withForm(c, async ({ text }) => {
    const isFull = text.get('show') === 'full'
    const shown = await showPersonalData(c.var.ctx, ...pairOf(text), isFull)
    return shown.ok ? page(c, shown.value, text, {}) : declined(c, text, shown.refusal)
  })
}

async function copy(c: C): Promise<Response> {
  return withForm(c, async ({ text }) => {
    const asked = { format: text.get('format') ?? 'json' }
    const copied = await copyPersonalData(c.var.ctx, ...pairOf(text), asked)
    return copied.ok
      ? fileResponse(personalDataFile(copied.value))
      : declined(c, text, copied.refusal)
  })
}

async function correct(c: C): Promise<Response> {
  return withForm(c, async ({ text }) => {
    const raw = inputOf(text, correctable)
    const done = await correctPersonalData(c.var.ctx, ...pairOf(text), raw)
    const isIdentity = (text.get('reason') ?? '') !== ''
    return finish(c, text, done, isIdentity ? words.identityAsked : words.corrected)
  })
}

async function erase(c: C): Promise<Response> {
  return withForm(c, async ({ text, lists }) => {
    const done =
      text.get('sure') === 'yes'
        ? await erasePersonalData(c.var.ctx, ...pairOf(text), {
            fields: lists.get('fields') ?? [],
          })
        : refuse({ code: 'invalid', errors: [{ pointer: '/sure', problem: 'required' }] })
    return finish(c, text, done, words.erased)
  })
}

async function tell(c: C): Promise<Response> {
  return withForm(c, async ({ text }) => {
    const wanted = text.get('wanted') === 'yes'
    const done = await setNotices(c.var.ctx, ...pairOf(text), { wanted })
    return finish(c, text, done, wanted ? words.noticesAgreed : words.noticesStopped)
  })
}

async function withForm(c: C, act: (values: FormValues) => Promise<Response>): Promise<Response> {
  const read = await readPageForm(c, textLimit)
  return read.ok ? act(read.value) : refusalResponse(c, read.refusal)
}

function pairOf(text: ReadonlyMap<string, string>): [string, string] {
  return [text.get('receipt') ?? '', text.get('secret') ?? '']
}

/** Shows the data as it is now: with what was done, or with what was typed and why it was declined. */
async function finish(
  c: C,
  text: ReadonlyMap<string, string>,
  done: Result<PersonalDataView>,
  notice: string,
): Promise<Response> {
  if (done.ok) return page(c, done.value, new Map(pairEntries(text)), {}, notice)
  const errors = errorsOf(done.refusal)
  if (errors === null) return declined(c, text, done.refusal)
  const shown = await showPersonalData(c.var.ctx, ...pairOf(text))
  return shown.ok ? page(c, shown.value, text, errors) : declined(c, text, shown.refusal)
}

function errorsOf(refusal: Refusal): FormErrors | null {
  if (refusal.code === 'not-allowed') return { kept: caseBars[refusal.why] }
  if (refusal.code !== 'invalid') return null
  const { applicant, fields, sure, ...errors } = formErrors(refusal.errors)
  return {
    ...errors,
    ...(applicant === undefined ? {} : { 'applicant.phone': words.correctNothing }),
    ...(fields === undefined ? {} : { fields: words.eraseNothing }),
    ...(sure === undefined ? {} : { sure: words.eraseSureError }),
  }
}

function declined(c: C, text: ReadonlyMap<string, string>, refusal: Refusal): Answer {
  return refusal.code === 'not-found' ? wrongPair(c, text) : refusalResponse(c, refusal)
}

function pairEntries(text: ReadonlyMap<string, string>): [string, string][] {
  return [['secret', text.get('secret') ?? '']]
}

function page(
  c: C,
  view: PersonalDataView,
  text: ReadonlyMap<string, string>,
  errors: FormErrors,
  notice: string | null = null,
): Answer {
  const secret = text.get('secret') ?? ''
  const shown = <PersonalDataPage c={c} filled={{ text, errors }} {...{ view, secret, notice }} />
  return answerPrivatePage(c, shown, Object.keys(errors).length > 0 ? 422 : 200)
}
