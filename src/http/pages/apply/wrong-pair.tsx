import type { Context } from 'hono'
import type { AppEnv } from '../../app-env.ts'
import { answerPrivatePage } from '../../page-answer.ts'
import { apply } from '../../ui/words/apply.ts'
import { StatusFormPage } from './status-form-page.tsx'

/** Asks again for receipt and query password after a wrong pair; which of them was wrong is not told. */
export function wrongPair(
  c: Context<AppEnv>,
  text: ReadonlyMap<string, string>,
): Response | Promise<Response> {
  c.set('isWrongPair', true)
  const kept = new Map([['receipt', text.get('receipt') ?? '']])
  const errors = { receipt: apply.wrongPair }
  return answerPrivatePage(c, <StatusFormPage c={c} filled={{ text: kept, errors }} />, 422)
}
