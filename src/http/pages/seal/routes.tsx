import type { Context, Hono } from 'hono'
import { mostSealBytes } from '../../../domain/seal/check-picture.ts'
import { sealActions } from '../../../domain/seal/lifecycle.ts'
import type { Refusal } from '../../../domain/shared/refusal.ts'
import { decideOnSeal } from '../../../usecases/seal/decide.ts'
import { listSeals, showPicture } from '../../../usecases/seal/list.ts'
import { proposeSeal } from '../../../usecases/seal/propose.ts'
import type { AppEnv } from '../../app-env.ts'
import { fileResponse } from '../../file-response.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { sealWords as words } from '../../ui/words/seal.ts'
import { frameOf } from '../desk/frame.ts'
import { declinedOn, doneNotice, stepInput } from '../desk/step-answer.ts'
import { inputOf, readPageForm } from '../form-values.ts'
import { SealsPage } from './page.tsx'

type C = Context<AppEnv>

const formLimit = mostSealBytes + 64 * 1024

/** Mounts the pictures of the agency's seal (印章图样) at the desk; nobody else ever gets them alone. */
export function mountSeals(app: Hono<AppEnv>): void {
  app.get('/desk/seals', (c) => page(c, new Map(), null))
  app.post('/desk/seals', propose)
  app.get('/desk/seals/:seal/image', picture)
  app.post('/desk/seals/:seal/actions/:action', act)
}

async function page(
  c: C,
  text: ReadonlyMap<string, string>,
  refusal: Refusal | null,
): Promise<Response> {
  const declined = refusal === null ? null : declinedOn(refusal)
  if (refusal !== null && declined === null) return refusalResponse(c, refusal)
  const seals = await listSeals(c.var.ctx)
  if (!seals.ok) return refusalResponse(c, seals.refusal)
  return answerPrivatePage(
    c,
    <SealsPage
      frame={frameOf(c)}
      seals={seals.value}
      filled={{ text, errors: declined?.errors ?? {} }}
      notice={declined?.notice ?? doneNotice(c, words.done)}
    />,
    declined?.status ?? 200,
  )
}

async function propose(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { text, files } = read.value
  const [file] = files.get('picture') ?? []
  const bytes = file === undefined ? null : new Uint8Array(await file.arrayBuffer())
  const done = await proposeSeal(c.var.ctx, bytes, inputOf(text, ['from']))
  return done.ok ? c.redirect(c.var.site.to.seals({ done: 1 }), 303) : page(c, text, done.refusal)
}

async function picture(c: C): Promise<Response> {
  const read = await showPicture(c.var.ctx, c.req.param('seal') ?? '')
  if (!read.ok) return refusalResponse(c, read.refusal)
  const { length } = read.value
  return fileResponse({
    name: `${words.title}.png`,
    mediaType: 'image/png',
    bytes: length,
    body: read.value,
  })
}

async function act(c: C): Promise<Response> {
  const read = await readPageForm(c, formLimit)
  if (!read.ok) return refusalResponse(c, read.refusal)
  const action = sealActions.find((one) => one === c.req.param('action'))
  if (action === undefined) return refusalResponse(c, { code: 'not-found' })
  const input = stepInput(read.value.text, [])
  const done = await decideOnSeal(c.var.ctx, c.req.param('seal') ?? '', action, input)
  return done.ok
    ? c.redirect(c.var.site.to.seals({ done: 1 }), 303)
    : page(c, new Map(), done.refusal)
}
