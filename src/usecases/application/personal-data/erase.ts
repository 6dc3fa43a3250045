import { erasureInput } from '../../../domain/application/personal-data/input.ts'
import { erasureBar } from '../../../domain/application/personal-data/rules.ts'
import { refuse, type Result } from '../../../domain/shared/refusal.ts'
import { parseInput } from '../../../domain/shared/validate/parse.ts'
import type { Statement } from '../../../store/statement.ts'
import { cancelNotices, keepNoticeConsent } from '../../../store/tenant/notice.ts'
import { changeSealed } from '../../../store/tenant/application/personal-data.ts'
import type { Ctx } from '../../context.ts'
import { asApplicant, commitData, openData } from './open-data.ts'
import { showPersonalData } from './show.ts'
import { isReachable, type PersonalDataView } from './view.ts'

/**
 * Erases contact data that is not needed any more (删除, 个人信息保护法第47条): gone from the database with
 * the commit, and overwritten in its file by the next sweep. `not-allowed` says what stands against it.
 */
export async function erasePersonalData(
  ctx: Ctx,
  receipt: string,
  secret: string,
  raw: unknown,
): Promise<Result<PersonalDataView>> {
  const opened = await openData(ctx, receipt, secret)
  if (opened === null) return refuse({ code: 'not-found' })
  const input = parseInput(erasureInput, raw)
  if (!input.ok) return input
  const { row, personal, rights } = opened
  const fields = [...new Set(input.value.fields)]
  for (const field of fields) {
    const why = erasureBar(rights, field, fields)
    if (why !== null) return refuse({ code: 'not-allowed', why })
  }
  const there = fields.filter((field) => personal[field] !== undefined)
  if (there.length === 0) return showPersonalData(ctx, receipt, secret)
  const left = Object.fromEntries(
    Object.entries(personal).filter(([field]) => !there.some((one) => one === field)),
  )
  const done = await commitData(
    asApplicant(ctx, row.id),
    opened,
    [{ kind: 'personal-data.erased', data: { fields: there } }],
    [
      changeSealed(row.id, Object.fromEntries(there.map((field) => [field, null]))),
      ...stopped(ctx, row.id, there, isReachable(ctx, left)),
    ],
  )
  return done.ok ? showPersonalData(ctx, receipt, secret) : done
}

/** What waited for an erased contact is not sent; who cannot be reached any more agreed to nothing. */
function stopped(
  { now }: Pick<Ctx, 'now'>,
  receipt: string,
  erased: readonly string[],
  staysReachable: boolean,
): Statement[] {
  const contacts = (['phone', 'email'] as const).filter((contact) =>
    erased.includes(`applicant.${contact}`),
  )
  return [
    ...contacts.map((contact) => cancelNotices(receipt, 'contact-erased', now, contact)),
    ...(staysReachable ? [] : [keepNoticeConsent(receipt, false)]),
  ]
}
