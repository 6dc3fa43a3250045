import {
  type Correction,
  parseCorrection,
} from '../../../domain/application/personal-data/input.ts'
import { correctionBar } from '../../../domain/application/personal-data/rules.ts'
import type { PersonalDataFact } from '../../../domain/shared/personal-data-fact.ts'
import { refuse, type Result } from '../../../domain/shared/refusal.ts'
import type { Statement } from '../../../store/statement.ts'
import {
  changeDelivery,
  changeSealed,
  insertCorrection,
} from '../../../store/tenant/application/personal-data.ts'
import type { Ctx } from '../../context.ts'
import { sealFields } from '../instrument/seal.ts'
import { asApplicant, commitData, openData, type OpenedData } from './open-data.ts'
import { sealWanted } from './seal-correction.ts'
import { showPersonalData } from './show.ts'
import type { PersonalDataView } from './view.ts'

/**
 * Corrects what is kept of an applicant (更正、补充, 个人信息保护法第46条): contact and delivery at once,
 * identity as a request that the agency confirms. `not-allowed` once the case is filed, destroyed
 * or elsewhere, and while an earlier request waits.
 */
export async function correctPersonalData(
  ctx: Ctx,
  receipt: string,
  secret: string,
  raw: unknown,
): Promise<Result<PersonalDataView>> {
  const opened = await openData(ctx, receipt, secret)
  if (opened === null) return refuse({ code: 'not-found' })
  const bar = correctionBar(opened.rights.state)
  if (bar !== null) return refuse({ code: 'not-allowed', why: bar })
  const { row, personal, subject } = opened
  const input = parseCorrection(raw, {
    personal,
    arrivedOn: subject.arrivedOn,
    form: row.delivery_form,
    route: row.delivery_route,
  })
  if (!input.ok) return input
  const isAsked = Object.keys(input.value.identity).length > 0
  if (isAsked && opened.corrections.some(({ state }) => state === 'asked')) {
    return refuse({ code: 'not-allowed', why: 'correction-open' })
  }
  const planned = await plan(ctx, opened, input.value)
  const done = await commitData(asApplicant(ctx, row.id), opened, planned.facts, planned.statements)
  return done.ok ? showPersonalData(ctx, receipt, secret) : done
}

async function plan(
  ctx: Ctx,
  { row }: OpenedData,
  { contact, delivery, identity, reason }: Correction,
): Promise<{ facts: PersonalDataFact[]; statements: Statement[] }> {
  const facts: PersonalDataFact[] = []
  const statements: Statement[] = []
  const { form, route } = delivery
  const atOnce = [
    ...Object.keys(contact),
    ...(form === null ? [] : ['delivery.form']),
    ...(route === null ? [] : ['delivery.route']),
  ]
  if (atOnce.length > 0) {
    facts.push({ kind: 'personal-data.corrected', data: { fields: atOnce } })
    statements.push(changeSealed(row.id, await sealFields(ctx.keys, row.id, contact)))
    if (form !== null || route !== null) statements.push(changeDelivery(row.id, form, route))
  }
  const asked = Object.keys(identity)
  if (asked.length > 0) {
    const id = ctx.newId()
    facts.push({ kind: 'personal-data.correction-asked', data: { fields: asked } })
    statements.push(
      insertCorrection({
        id,
        application_id: row.id,
        fields: JSON.stringify(asked),
        asked_at: ctx.now,
        sealed: await sealWanted(ctx.keys, id, { values: identity, reason: reason ?? '' }),
      }),
    )
  }
  return { facts, statements }
}
