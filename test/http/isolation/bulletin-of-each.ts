import { commit } from '../../../src/store/commit.ts'
import { takeFindings } from '../../../src/usecases/report/bulletin/received-findings.ts'
import { addFinding } from '../../../src/usecases/report/bulletin/add-finding.ts'
import { editBulletin } from '../../../src/usecases/report/bulletin/edit-bulletin.ts'
import { generateDueBulletins } from '../../../src/usecases/report/bulletin/generate.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import { insertReceivedBulletin } from '../../../src/store/tenant/bulletin/received-bulletin.ts'
import { officer, type House } from '../../support/house.ts'
import { valueOf } from '../../usecases/norm/norm-house.ts'

/** Makes a bulletin with a finding, and one that came from above with its own, marked (简报一份). */
export async function bulletinOfEach(
  house: House,
  agency: string,
  at: string,
  secret: string,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const job = await house.ctx(agency, { type: 'system', job: 'recompute' }, at)
  const region = house.regionCtx(at)
  valueOf(await generateDueBulletins(job, region))
  const ctx = await house.ctx(agency, officer('head', 'information-officer'), at)
  const id = 'self-inspection-2026-Q3'
  valueOf(await editBulletin(ctx, region, id, { prose: { overview: `${secret}自查` } }))
  const finding = valueOf(
    await addFinding(ctx, region, id, {
      agency,
      what: `${secret}问题`,
      proof: secret,
      dueOn: '2026-12-31',
    }),
  )
  const told = {
    id: 'f-1',
    version: 1,
    state: 'open' as const,
    what: `${secret}上级问题`,
    evidence: { of: 'proof' as const, text: secret },
    firstPeriod: '2026-Q3',
    times: 1,
    dueOn: localDate('2026-12-31'),
    answers: 0,
  }
  const letter = { sender: 'pref', kind: 'quarterly-circular', letterId: `bulletin-${agency}` }
  const taken = await takeFindings(ctx, letter, [{ told, opinion: null }])
  const content = {
    bulletin: 'quarterly-circular-2026-Q3',
    part: 1,
    kind: 'quarterly-circular',
    period: '2026-Q3',
    title: `${secret}季通报`,
    docNumber: '通报〔2026〕1号',
    issuedOn: '2026-10-20',
    sections: [],
    figures: [],
    lines: [],
    left: 0,
    coverage: { reporting: 1, of: 1 },
    findings: [],
    score: null,
  }
  const row = insertReceivedBulletin({
    letter_id: letter.letterId,
    sender: 'pref',
    bulletin: content.bulletin,
    kind: content.kind,
    period: content.period,
    title: content.title,
    doc_number: content.docNumber,
    content: JSON.stringify(content),
    received_at: ctx.now,
  })
  await commit(ctx, { events: taken.events, statements: [row, ...taken.statements] })
  return {
    bulletins: [id],
    findings: [finding.id],
    papers: ['bulletin.docx', 'findings.csv'],
    'received-bulletins': [letter.letterId],
    'received-findings': ['pref.f-1'],
    marks: ['nothing'],
    objections: ['river'],
    'received-sheets': ['pref.half-year-assessment-2026-H1'],
  }
}
