import { describe, expect, test } from 'vitest'
import type { Case } from '../../../src/domain/application/case.ts'
import { decideStep } from '../../../src/domain/application/decide.ts'
import type { StepAction } from '../../../src/domain/application/step-input.ts'
import { toText } from '../../../src/domain/document/to-text.ts'
import { nationalCalendar } from '../../../src/domain/time/calendar.ts'
import { localDate } from '../../../src/domain/time/local-date.ts'
import type { ApplicationRow } from '../../../src/store/tenant/application/application.ts'
import { writeLetter } from '../../../src/usecases/application/instrument/write-instrument.ts'
import { agencies } from '../../support/agencies.ts'

const agency = agencies.find(({ id }) => id === 'east')
if (agency === undefined) throw new Error('no test agency')

const row = (receivedOn: string): ApplicationRow => ({
  id: 'SQ-00000-00000-00000-00000',
  version: 4,
  state: 'accepted',
  channel: 'in-person',
  applicant_class: 'commercial',
  arrived_at: Date.parse(`${receivedOn}T09:00:00+08:00`),
  number_year: 2026,
  number_serial: 7,
  received_on: receivedOn,
  due_on: null,
  calendar: null,
  open_key: null,
  due_provisional: null,
  extension_days: 0,
  ledger: '[]',
  draft: null,
  co_units: '[]',
  co_due: null,
  split_from: null,
  waits_until: null,
  handler: null,
  unit: null,
  decided_on: null,
  outcome: null,
  delivery_form: 'paper',
  delivery_route: 'pickup',
  sealed: '{}',
  reply_sealed: null,
  reply_facts: null,
  item_id: null,
  notices: 0,
})
const personal = {
  'applicant.name': '试验科技有限公司',
  'applicant.phone': '0557-3012345',
  'request.subject': '供水合同',
}
const subject = (receivedOn: string): Case => ({
  receipt: 'SQ-00000-00000-00000-00000',
  version: 4,
  state: 'accepted',
  channel: 'in-person',
  applicantClass: 'commercial',
  arrivedOn: localDate(receivedOn),
  receivedOn: localDate(receivedOn),
  ledger: [{ kind: 'start', on: localDate(receivedOn), seq: 2 }],
  dueOn: null,
  waitsUntil: null,
  coUnits: [],
  draft: null,
  decidedOn: null,
  outcome: null,
})

type Notice = [name: string, action: StepAction, raw: object, parts: readonly string[]]

/** What each notice has to hold beside the request and its receipt day, in both laws. */
const notices: readonly Notice[] = [
  [
    '补正告知书',
    'request-correction',
    { unclear: '年份不明', guidance: '请写明年份', days: 10 },
    ['年份不明', '请写明年份', '视为放弃', '重新计算|自本机关收到补正'],
  ],
  [
    '延期答复告知书',
    'extend',
    { days: 5, reason: '材料多' },
    ['材料多', '负责人同意', '5个工作日', '延长后的答复期限为\\d{4}年'],
  ],
  [
    '收费通知书',
    'charge',
    { method: 'per-page', pages: 68 },
    ['按量计收', '第31至68页（38页）每页10元，计380元', '合计380元', '视为放弃'],
  ],
  [
    '第三方意见征询书',
    'consult',
    { party: 'third-party', name: '某某公司', what: '合同价款' },
    ['某某公司：', '合同价款', '15个工作日', '说明理由', '试验路 1 号'],
  ],
  [
    '意见的函',
    'consult',
    { party: 'co-maker', name: '东县水利局', what: '联合发文' },
    ['东县水利局：', '联合发文', '15个工作日', '试验路 1 号'],
  ],
]

// Decided today; the law of the letter is that of the receipt day.
const today = localDate('2026-03-02')

describe.each([
  ['law-2008', '2018-03-01', /2008年施行）第(?:七条|二十[一三四七]条)/],
  ['law-2019', '2026-03-02', /条例》第(?:十一|十五|三十|三十三|四十二)条/],
] as const)('notices under %s', (_, receivedOn, law) => {
  test.each(notices)(
    '%s holds what its law wants (条例, domain of notices)',
    (name, action, raw, parts) => {
      const moment = {
        today,
        calendar: nationalCalendar,
        staff: 's-1',
        release: { digest: '', files: [] },
      }
      const decided = decideStep(subject(today), action, raw, moment)
      if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
      const [order] = decided.value.instruments
      if (order === undefined) throw new Error('no instrument')
      const letter = writeLetter({ agency }, row(receivedOn), order, {
        personal,
        reply: null,
        note: null,
      })
      const text = toText(letter.tree)
      expect(letter.title).toContain(name)
      for (const part of parts) expect(text).toMatch(new RegExp(part))
      expect(text).toMatch(law)
      expect(text).not.toMatch(/[{}]|undefined/)
      const isForApplicant = action !== 'consult'
      for (const own of ['试验科技有限公司', '贵单位', '供水合同', '2026-0007']) {
        expect(text.includes(own)).toBe(isForApplicant)
      }
      expect(text.endsWith(`${agency.name}\n2026年3月2日`)).toBe(true)
    },
  )
})

test('silence is consent only for those who made the information together, and only since 2019 (条例第34条)', () => {
  const said = (receivedOn: string, party: string): string => {
    const moment = {
      today: localDate(receivedOn),
      calendar: nationalCalendar,
      staff: 's-1',
      release: { digest: '', files: [] },
    }
    const raw = { party, name: '甲局', what: '文件' }
    const decided = decideStep(subject(receivedOn), 'consult', raw, moment)
    return decided.ok ? (decided.value.instruments[0]?.values['silence'] ?? '') : ''
  }
  expect(said('2026-03-02', 'co-maker')).toContain('视为同意')
  expect(said('2026-03-02', 'agency')).not.toContain('视为同意')
  expect(said('2018-03-01', 'co-maker')).not.toContain('视为同意')
})

test('an overridden third party is told what is disclosed, why, and its remedy (条例第32条)', () => {
  const order = {
    kind: 'rights-holder',
    on: localDate('2026-03-20'),
    values: {},
    noteOf: 5,
  } as const
  const words = {
    personal,
    reply: { text: '予以公开', facts: { publicInterest: '涉及饮用水安全' } },
    note: { name: '某某公司', what: '合同价款' },
  }
  const text = toText(writeLetter({ agency }, row('2026-03-02'), order, words).tree)
  for (const part of ['某某公司：', '合同价款', '涉及饮用水安全', '第三十二条', '六十日内']) {
    expect(text).toContain(part)
  }
  expect(text).not.toContain('试验科技')
})

test.each([
  [
    'reasons',
    'ask-reasons',
    { why: '一个月内已申请三十件', days: 5 },
    '在2026年3月9日前（含当日）说明理由',
  ],
  [
    'deferral',
    'defer',
    { until: '2026-06-01', reason: '需要逐件检索' },
    '将在2026年6月1日前（含当日）答复',
  ],
] as const)(
  '%s: an excessive application is told why and by when, under the law of its receipt day (条例第35条)',
  (kind, action, raw, told) => {
    const past = new Set(['application.explained'])
    const moment = { today, calendar: nationalCalendar, staff: 's-1', past }
    const decided = decideStep(subject(today), action, raw, moment)
    if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
    const [order] = decided.value.instruments
    expect(order?.kind).toBe(kind)
    if (order === undefined) return
    const under = (receivedOn: string): string =>
      toText(
        writeLetter({ agency }, row(receivedOn), order, { personal, reply: null, note: null }).tree,
      )
    for (const receivedOn of ['2018-03-01', '2026-03-02']) {
      const text = under(receivedOn)
      for (const part of [
        '2026-0007',
        '供水合同',
        told,
        ...Object.values(raw).filter((one) => /\p{Script=Han}/u.test(String(one))),
      ]) {
        expect(text).toContain(part)
      }
      expect(text).not.toMatch(/[{}]|undefined/)
    }
    expect(under('2026-03-02')).toContain('条例》第三十五条')
    expect(under('2018-03-01')).not.toContain('第三十五条')
  },
)

test.each([
  ['correction', 'correcting', '补正', '条例》第三十条'],
  ['fee', 'fee-due', '缴纳信息处理费', '管理办法》第六条'],
] as const)(
  'given up for want of a %s: the applicant is told what he missed, by which article, and his remedy (条例第30条, 办法第6条)',
  (wanted, state, task, article) => {
    const until = localDate('2026-02-27')
    const waiting: Case = {
      ...subject('2026-02-02'),
      state,
      waitsUntil: until,
      ledger: [
        { kind: 'start', on: localDate('2026-02-02'), seq: 2 },
        { kind: 'wait', for: wanted, on: localDate('2026-02-05'), until, seq: 3 },
      ],
    }
    const decided = decideStep(
      waiting,
      'abandon',
      {},
      { today, calendar: nationalCalendar, staff: 's-1' },
    )
    if (!decided.ok) throw new Error(JSON.stringify(decided.refusal))
    const [order] = decided.value.instruments
    if (order === undefined) throw new Error('no instrument')
    // An earlier draft of a reply does not speak in it.
    const reply = { text: '草稿', facts: {} }
    const letter = writeLetter({ agency }, row('2026-02-02'), order, {
      personal,
      reply,
      note: null,
    })
    const text = toText(letter.tree)
    expect(letter.title).toBe('政府信息公开申请视为放弃告知书')
    for (const part of [
      '2026年2月5日',
      `在2026年2月27日前（含当日）${task}`,
      article,
      '行政复议',
      '2026-0007',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).not.toMatch(/[{}]|undefined|草稿/)
  },
)
