import { reviewChecks } from '../../../src/domain/item/review.ts'
import { roles } from '../../../src/domain/shared/actor.ts'
import { takeOnStaff } from '../../../src/usecases/account/take-on-staff.ts'
import { saveCard } from '../../../src/usecases/catalog/save-card.ts'
import { saveRule } from '../../../src/usecases/catalog/save-rule.ts'
import { recordChannel } from '../../../src/usecases/channel/record.ts'
import { editReport } from '../../../src/usecases/report/annual/edit-report.ts'
import { startReport } from '../../../src/usecases/report/annual/start-report.ts'
import { draftClarification } from '../../../src/usecases/clarification/draft.ts'
import { addDisputeFile } from '../../../src/usecases/dispute/add-file.ts'
import { enterComplaint } from '../../../src/usecases/dispute/enter-complaint.ts'
import { registerDispute } from '../../../src/usecases/dispute/register.ts'
import { openIncident } from '../../../src/usecases/incident/open.ts'
import { actOnItem } from '../../../src/usecases/item/act-on-item.ts'
import { attachFile } from '../../../src/usecases/item/files/attach-file.ts'
import { draftItem } from '../../../src/usecases/item/draft-item.ts'
import { recordSelfCheck } from '../../../src/usecases/self-inspection/record.ts'
import { listFilings } from '../../../src/usecases/norm/list-filings.ts'
import { enterNorm } from '../../../src/usecases/norm/enter-norm.ts'
import { openCleanup } from '../../../src/usecases/norm/open-cleanup.ts'
import { draftNorm } from '../../../src/usecases/norm/draft-norm.ts'
import { draftPowerChange } from '../../../src/usecases/service/draft-change.ts'
import { proposeTopic } from '../../../src/usecases/topic/propose.ts'
import { actOnCase } from '../../../src/usecases/application/act.ts'
import { addReplyFile } from '../../../src/usecases/application/reply/add-reply-file.ts'
import { compareRequest } from '../../../src/usecases/application/same-request/compare-request.ts'
import { enterApplication } from '../../../src/usecases/application/enter.ts'
import { listSameRequests } from '../../../src/usecases/application/same-request/list-same-requests.ts'
import { registerApplication } from '../../../src/usecases/application/register.ts'
import { carryAll } from '../../jobs/carry.ts'
import { bytesOf, personForm } from '../../support/application-form.ts'
import { officer, type House } from '../../support/house.ts'
import { type Door, textIn } from '../../support/http.ts'
import { complete, person } from '../../usecases/item/desk-items.ts'
import { added, approved, powerId } from '../../usecases/service/service-house.ts'
import { act, published, valueOf } from '../../usecases/norm/norm-house.ts'
import { bulletinOfEach } from './bulletin-of-each.ts'
import { caseReviewOfEach } from './case-review-of-each.ts'

/** Stands in everything that an agency keeps to itself. */
export const secret = '界碑内部'
/** Stands in what it shows to everybody. */
export const open = '界碑公开'

/** Ids of one thing of each kind that exists in an agency, by the place of the parameter in a route. */
export type Held = Readonly<Record<string, readonly string[]>>

/** Fills an agency with one thing of each kind that its desk knows, marked (一应俱全). */
export async function fillAgency(
  house: House,
  door: Door,
  agency: string,
  at: string,
): Promise<Held> {
  const ctx = await house.ctx(agency, officer(...roles), at)
  const draft = valueOf(
    await draftItem(ctx, { ...complete, title: `${secret}草稿`, body: `${secret}正文` }),
  ).id
  const file = { name: `${secret}.txt`, bytes: bytesOf(`${secret}附件`) }
  const attached = valueOf(await attachFile(ctx, draft, file)).id
  const shown = valueOf(await draftItem(ctx, { ...complete, title: `${open}通知` })).id
  for (const [action, who] of [
    ['submit', 'information-officer'],
    ['approve', 'first-reviewer'],
    ['approve', 'final-reviewer'],
    ['publish', 'head'],
  ] as const) {
    const by = await house.ctx(agency, person(`isolation-${who}`, who), at)
    const raw = action === 'approve' ? { checks: reviewChecks } : {}
    valueOf(await actOnItem(by, house.regionCtx(at), shown, action, raw))
  }
  const recorded = valueOf(
    await recordChannel(ctx, shown, { channel: 'gazette', on: at.slice(0, 10), place: open }),
  )
  const look = { checkedOn: at.slice(0, 10), proof: `${secret}截图`, verdict: 'works' }
  const looked = valueOf(await recordSelfCheck(ctx, 'V4a', { ...look, object: `${secret}信箱` }))
  const norm = valueOf(await draftNorm(ctx, { title: `${secret}办法` })).id
  const inForce = { title: `${open}旧办法`, number: `${open}旧1号`, item: shown }
  valueOf(await enterNorm(ctx, inForce))
  const cleanup = valueOf(await openCleanup(ctx, { title: `${secret}清理` })).id
  const clarification = valueOf(
    await draftClarification(ctx, {
      claim: `${secret}传言`,
      source: '某平台',
      seenOn: '2026-11-18',
      checkedBy: '某局',
      facts: `${secret}事实`,
    }),
  ).id
  const topic = valueOf(await proposeTopic(ctx, { title: `${open}点题`, grounds: open })).id
  const incident = valueOf(await openIncident(ctx, { what: `${secret}事件`, level: 'grave' })).id
  const rule = {
    system: 'responsibility',
    title: `${open}制度`,
    edition: '第一版',
    issuedOn: '2026-01-05',
    fromOn: '2026-01-05',
  }
  valueOf(await saveRule(ctx, null, rule))
  const card = {
    kind: 'leader',
    name: `${open}甲`,
    place: 1,
    fromOn: '2026-01-05',
    post: '长',
    duties: '全面',
  }
  const cardId = valueOf(await saveCard(ctx, null, card)).id
  const sent = await door.api(agency, '/applications', { json: personForm(secret) })
  const receipt = textIn(sent.body, 'receipt')
  valueOf(
    await registerApplication(
      await house.ctx(agency, { type: 'system', job: 'register' }, at),
      receipt,
    ),
  )
  const dispute = valueOf(
    await registerDispute(ctx, {
      kind: 'review',
      organ: `${secret}复议机关`,
      caseNumber: `${secret}1号`,
      case: receipt,
      party: `${secret}某甲`,
      acceptedOn: at.slice(0, 10),
    }),
  ).id
  const paper = { name: `${secret}副本.txt`, bytes: bytesOf(`${secret}副本`) }
  const papers = valueOf(await addDisputeFile(ctx, dispute, paper, { purpose: 'claim' })).files
  const complaint = valueOf(await enterComplaint(ctx, { case: receipt, text: `${secret}投诉` })).id
  valueOf(await actOnCase(ctx, receipt, 'confirm-receipt', {}))
  valueOf(await actOnCase(ctx, receipt, 'accept', {}))
  const given = {
    file: { name: `${secret}答复.txt`, bytes: bytesOf(`${secret}答复`) },
    original: { name: `${secret}原件.txt`, bytes: bytesOf(`${secret}原件`) },
  }
  const replyFile = valueOf(await addReplyFile(ctx, receipt, given))
  const proposal = await askedByAnother(house, agency, at, receipt)
  // A list of destruction names no case here: none of this agency is old enough.
  const { db } = await house.tenant(agency)
  await db
    .prepare(
      "INSERT INTO destruction (id, version, state, proposed_by, proposed_at) VALUES (?, 1, 'proposed', ?, ?)",
    )
    .bind(`list-${agency}`, 's-clerk', Date.parse(at))
    .run()
  // Its table says nothing: a holiday would move this agency's days.
  await db
    .prepare(
      `INSERT INTO calendar_version (id, version, scope, year, state, content, drafted_by, drafted_at)
       VALUES (?, 1, 'local', 2031, 'draft', ?, 's-clerk', ?)`,
    )
    .bind(`calendar-${agency}`, emptyTable, Date.parse(at))
    .run()
  await db
    .prepare(
      `INSERT INTO seal_image (id, version, state, object_key, sha256, from_day, proposed_by, proposed_at)
       VALUES (?, 1, 'proposed', 'none', '', '2026-01-01', 's-clerk', ?)`,
    )
    .bind(`seal-${agency}`, Date.parse(at))
    .run()
  const report = { year: 2021, entered: true }
  const region = house.regionCtx(at)
  valueOf(await startReport(ctx, region, report))
  valueOf(await editReport(ctx, region, 2021, { prose: { overview: `${secret}年报` } }))
  await db
    .prepare(
      `INSERT INTO received_report (letter_id, version, state, sender, year, edition, content, remarks, received_at)
       VALUES (?, 1, 'open', 'nobody', 2021, 1, ?, '[]', ?)`,
    )
    .bind(`report-${agency}`, submittedReport, Date.parse(at))
    .run()
  const entries = [added('A-1', { name: `${open}事项` })]
  await approved(house, agency, entries, at.slice(0, 10))
  const power = await powerId(house, agency, 'A-1')
  const raw = { reason: `${secret}清理`, basis: secret, entries: [added('A-2')] }
  const change = valueOf(await draftPowerChange(ctx, raw)).id
  const filing = await filedFromBelow(house, agency, at)
  const rules = (await house.rows(agency, 'disclosure_rule')).map(({ id }) => String(id))
  const channels = recorded.items.map(({ id }) => id)
  const viewer = { username: 'held', name: `${secret}人`, roles: ['viewer'] }
  const staff = [valueOf(await takeOnStaff(ctx, viewer)).id]
  return {
    staff,
    items: [draft, shown],
    files: [attached, replyFile.id, replyFile.original?.id ?? '', ...papers.map(({ id }) => id)],
    disputes: [dispute],
    complaints: [complaint],
    corrections: [await askedCorrection(door, agency, sent.body, house)],
    applications: [receipt],
    'same-requests': [proposal],
    checks: ['V4a'],
    records: looked.items.map(({ id }) => id),
    letters: [filing],
    norms: [norm],
    filings: [filing],
    cleanups: [cleanup],
    clarifications: [clarification],
    topics: [topic],
    incidents: [incident],
    retention: [`list-${agency}`],
    calendar: [`calendar-${agency}`],
    switches: ['1'],
    seals: [`seal-${agency}`],
    certificates: ['certificate.docx', 'list.csv'],
    rules,
    institution: [cardId],
    channels,
    ...(await bulletinOfEach(house, agency, at, secret)),
    ...(await caseReviewOfEach(house, agency, at, secret)),
    reports: ['2021'],
    'annual-reports': ['2021'],
    'received-reports': [`report-${agency}`],
    figures: ['2025'],
    powers: [change],
    'power-changes': [change],
    services: [power],
    'power-checks': ['power', 'guide'],
    ':kind': [power],
    instruments: ['receipt.docx'],
    documents: ['receipt'],
    catalog: ['normative-documents'],
    versions: ['1'],
    editions: ['1'],
    n: ['1'],
  }
}

/** Asks as the applicant for another name; answers the id of the correction. */
async function askedCorrection(
  door: Door,
  agency: string,
  sent: unknown,
  house: House,
): Promise<string> {
  await door.api(agency, `/applications/${textIn(sent, 'receipt')}/personal-data/corrections`, {
    headers: { authorization: `Receipt ${textIn(sent, 'secret')}` },
    json: { applicant: { name: `${secret}新名` }, reason: `${secret}改名` },
  })
  const [row] = await house.rows(agency, 'identity_correction')
  return String(row?.['id'])
}
const submittedReport = JSON.stringify({
  year: 2021,
  edition: 1,
  report: { agency: secret, level: 'township', year: 2021, format: '2021' },
  prose: {
    overview: secret,
    proactive: '',
    applications: '',
    reviewLitigation: '',
    problems: '',
    other: '',
  },
  reasons: {},
  missing: [],
})

const emptyTable = JSON.stringify({
  table: { off: [], work: [] },
  source: { docNumber: '1', url: 'https://example.gov.cn/', issuedOn: '2026-01-01' },
})

/** Asks for the same as an application, by somebody else; answers the proposal to publish it. */
async function askedByAnother(
  house: House,
  agency: string,
  at: string,
  receipt: string,
): Promise<string> {
  const clerk = await house.ctx(agency, officer('registrar', 'head'), at)
  const other = {
    ...personForm(secret),
    applicant: {
      class: 'naturalPerson',
      name: `${secret}乙`,
      idType: 'passport',
      idNumber: 'E12345678',
      phone: '13900001234',
      email: 'other@example.com',
    },
  }
  const entry = { channel: 'in-person', receivedOn: at.slice(0, 10), ...other }
  const entered = valueOf(await enterApplication(clerk, entry))
  const job = await house.ctx(agency, { type: 'system', job: 'compare' }, at)
  for (const one of [receipt, entered.receipt]) valueOf(await compareRequest(job, one))
  const [proposal] = valueOf(await listSameRequests(clerk, {})).items
  if (proposal === undefined) throw new Error('nothing was proposed')
  return proposal.id
}

/** Files a document of the township below with the agency; answers the letter. */
async function filedFromBelow(house: House, agency: string, at: string): Promise<string> {
  const norm = await published(house, 'river', `${secret}下级办法`, at)
  valueOf(await act(house, 'river', norm.id, 'file', 'legal-reviewer', {}, at))
  await carryAll(house, house.posted.splice(0), at)
  const { items } = valueOf(await listFilings(await house.ctx(agency, officer('head'), at), {}))
  const letter = items.find(({ documentId }) => documentId === norm.id)?.letterId
  if (letter === undefined) throw new Error('nothing was filed')
  return letter
}
