import { compareRequest } from '../../src/usecases/application/same-request/compare-request.ts'
import { listSameRequests } from '../../src/usecases/application/same-request/list-same-requests.ts'
import { bytesOf } from '../support/application-form.ts'
import { officer, type House } from '../support/house.ts'
import { add, formOf, handled, served } from '../usecases/application/answer-house.ts'

/** Fills an agency with an answer being drawn up, one that was served, and a proposal; answers their pages. */
export async function fillAnswers(
  house: House,
  agency: string,
  at: string,
): Promise<Record<string, string>> {
  const subject = '某镇二〇二五年农村饮水安全巩固提升工程竣工验收和资金使用情况'
  const open = await handled(house, agency, at, formOf({ request: { subject } }))
  const file = {
    file: {
      name: '竣工验收报告（已区分处理，供申请人使用的版本）.txt',
      bytes: bytesOf('账号 6222021234567890128'),
    },
    original: { name: '竣工验收报告.txt', bytes: bytesOf('原件') },
  }
  const id = await add(open.ctx, open.receipt, file)
  const other = { name: '李小红', idType: 'passport', idNumber: 'E12345678' }
  const asked = formOf({ applicant: other, request: { subject } })
  const answered = await handled(house, agency, at, asked)
  await served(answered.ctx, answered.receipt, { outcome: 'granted', text: '见附件。' })
  const job = await house.ctx(agency, { type: 'system', job: 'compare' }, at)
  for (const { receipt } of [open, answered]) await compareRequest(job, receipt)
  const listed = await listSameRequests(await house.ctx(agency, officer('head'), at), {})
  const proposal = listed.ok ? listed.value.items[0]?.id : undefined
  if (proposal === undefined) throw new Error('nothing was proposed')
  const base = `/desk/applications/${open.receipt}`
  return {
    'desk-reply-files': base,
    'desk-reply-inspection': `${base}/files/${id}/inspection`,
    'desk-publication': `/desk/applications/${answered.receipt}`,
    'desk-same-requests': '/desk/same-requests',
    'desk-same-request': `/desk/same-requests/${proposal}`,
  }
}
