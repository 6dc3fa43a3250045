import type { ApplicationForm } from '../../domain/application/form.ts'
import { tellsApplicants } from '../../domain/notice/route.ts'
import type { Statement } from '../../store/statement.ts'
import { keepNoticeConsent } from '../../store/tenant/notice.ts'
import type { Ctx } from '../context.ts'

/** Keeps that an applicant agreed to notices (同意接收通知); nothing where the agency tells nobody. */
export function consentOf(
  { agency }: Pick<Ctx, 'agency'>,
  receipt: string,
  { notices }: Pick<ApplicationForm, 'notices'>,
): Statement[] {
  return notices === true && tellsApplicants(agency.settings)
    ? [keepNoticeConsent(receipt, true)]
    : []
}
