import { personForm } from '../support/application-form.ts'
import { sealPicture } from '../support/seal-picture.ts'
import type { Held } from './isolation/one-of-each.ts'
import { added } from '../usecases/service/service-house.ts'

/** A JSON body. */
export type Given = Readonly<Record<string, unknown>>
type Known = { held: Held; receipt: string }

/** One call that makes something: where, its body and another one, its status, and the table where it shows. */
export type Creation = {
  path: (known: Known) => string
  bodies: (known: Pick<Known, 'held'>) => readonly [Given | FormData, Given | FormData]
  status: 200 | 201 | 202
  table: string
}

function json(
  path: string | ((known: Known) => string),
  table: string,
  body: Given,
  other: Given,
  status: 200 | 201 | 202 = 201,
): Creation {
  const at = typeof path === 'string' ? () => path : path
  return { path: at, bodies: () => [body, { ...body, ...other }], status, table }
}

const first = ({ held }: Pick<Known, 'held'>, kind: string): string => held[kind]?.[0] ?? ''
const last = ({ held }: Pick<Known, 'held'>, kind: string): string => held[kind]?.at(-1) ?? ''

function file(part: string, text: string, besides: Given = {}): FormData {
  const form = new FormData()
  form.set(part, new File([text], '材料.txt', { type: 'text/plain' }))
  for (const [name, value] of Object.entries(besides)) form.set(name, String(value))
  return form
}

function uploaded(path: (known: Known) => string, table: string): Creation {
  return { path, bodies: () => [file('file', '甲'), file('file', '乙')], status: 201, table }
}

const table = (title: string): FormData =>
  file('file', `标题,正文,公开日期\r\n${title},文,2026-03-02`)
const seal = (from: string): FormData => {
  const form = new FormData()
  form.set('picture', new File([sealPicture()], 'seal.png', { type: 'image/png' }))
  form.set('from', from)
  return form
}
const entered = {
  ...personForm(),
  channel: 'in-person',
  receivedOn: '2026-11-19',
  delivery: { form: 'paper', route: 'post' },
}
const guide = {
  classification: '按主题',
  arrangement: '按日期',
  access: '网站',
  body: '某办公室',
  address: '某路 1 号',
  hours: '工作日',
  telephone: '0557-0000001',
  fax: '0557-0000002',
  internet: 'https://example.gov.cn/',
  supervision: '投诉到上级',
  note: '改',
}

/** Every call that makes something (新建的接口). */
export const creations: Readonly<Record<string, Creation>> = {
  'POST /applications': json('/applications', 'application', personForm(), personForm('别人'), 202),
  'POST /applications/:receipt/complaint': json(
    ({ receipt }) => `/applications/${receipt}/complaint`,
    'complaint',
    { text: '太慢' },
    { text: '太慢了' },
    200,
  ),
  'POST /desk/applications': json('/desk/applications', 'application', entered, {
    receivedOn: '2026-11-18',
  }),
  'POST /desk/applications/:receipt/files': uploaded(
    (known) => `/desk/applications/${first(known, 'applications')}/files`,
    'application_file',
  ),
  'POST /desk/bulletins/:bulletin/findings': json(
    (known) => `/desk/bulletins/${first(known, 'bulletins')}/findings`,
    'bulletin_finding',
    { agency: 'east', what: '没有更新', proof: '截图', dueOn: '2026-12-31' },
    { dueOn: '2026-12-30' },
  ),
  'POST /desk/calendar': json(
    '/desk/calendar',
    'calendar_version',
    {
      scope: 'local',
      year: 2030,
      table: '庙会,2030-03-05,2030-03-05',
      docNumber: '某政办〔2029〕1号',
      url: 'https://example.gov.cn/a',
      issuedOn: '2026-01-01',
    },
    { docNumber: '某政办〔2029〕2号' },
  ),
  'POST /desk/case-review-orders': json(
    '/desk/case-review-orders',
    'case_review_order',
    {
      fromDay: '2025-01-01',
      toDay: '2025-06-30',
      percent: 10,
      reportBy: '2026-12-20',
      agencies: ['river'],
    },
    { percent: 20 },
  ),
  'POST /desk/case-reviews': json(
    '/desk/case-reviews',
    'case_review',
    { fromDay: '2026-03-01', toDay: '2026-03-31', size: 1, reason: '再抽' },
    { size: 2 },
  ),
  'POST /desk/catalog/:column/checks': json(
    '/desk/catalog/normative-documents/checks',
    'column_check',
    { note: '看过' },
    { note: '又看过' },
    200,
  ),
  'POST /desk/clarifications': json(
    '/desk/clarifications',
    'clarification',
    { claim: '传言', source: '平台', seenOn: '2026-11-18', checkedBy: '某局', facts: '事实' },
    { facts: '另一事实' },
  ),
  'POST /desk/cleanups': json('/desk/cleanups', 'norm_cleanup', { title: '甲' }, { title: '乙' }),
  'POST /desk/complaints': {
    path: () => '/desk/complaints',
    bodies: (known) => {
      const body = { case: first(known, 'closed'), text: '太慢', madeOn: '2026-11-19' }
      return [body, { ...body, text: '不满意' }]
    },
    status: 201,
    table: 'complaint',
  },
  'POST /desk/disputes': json(
    '/desk/disputes',
    'dispute',
    { kind: 'review', organ: '某政府', about: '不服答复', acceptedOn: '2026-11-10' },
    { acceptedOn: '2026-11-11' },
  ),
  'POST /desk/disputes/:dispute/files': uploaded(
    (known) => `/desk/disputes/${first(known, 'disputes')}/files`,
    'dispute_file',
  ),
  'POST /desk/guide': json('/desk/guide', 'guide_version', guide, { note: '又改' }, 200),
  'POST /desk/imports': {
    path: () => '/desk/imports?kind=items',
    bodies: () => [table('甲'), table('乙')],
    status: 200,
    table: 'item',
  },
  'POST /desk/incidents': json(
    '/desk/incidents',
    'incident',
    { what: '误发', level: 'grave' },
    { level: 'major' },
  ),
  'POST /desk/institution': json(
    '/desk/institution',
    'institution_card',
    { kind: 'office', name: '甲股', place: 1, fromOn: '2026-01-01', duties: '收发' },
    { name: '乙股' },
    200,
  ),
  'POST /desk/items': json('/desk/items', 'item', { title: '甲' }, { title: '乙' }),
  'POST /desk/items/:id/channels': json(
    (known) => `/desk/items/${last(known, 'items')}/channels`,
    'item_channel',
    { channel: 'screen', on: '2026-11-19' },
    { on: '2026-11-18' },
  ),
  'POST /desk/items/:id/files': uploaded(
    (known) => `/desk/items/${first(known, 'items')}/files`,
    'item_file',
  ),
  'POST /desk/norms': json('/desk/norms', 'norm_document', { title: '甲' }, { title: '乙' }),
  'POST /desk/power-changes': json(
    '/desk/power-changes',
    'power_change',
    { reason: '新增', basis: '某法', entries: [added('A-9')] },
    { basis: '某条例' },
  ),
  'POST /desk/reports': json(
    '/desk/reports',
    'annual_report',
    { year: 2022, entered: true },
    { year: 2023 },
  ),
  'POST /desk/retention': {
    path: () => '/desk/retention',
    bodies: ({ held }) => [{ receipts: held['old'] }, { receipts: held['applications'] }],
    status: 201,
    table: 'destruction',
  },
  'POST /desk/rules': json(
    '/desk/rules',
    'disclosure_rule',
    {
      system: 'other',
      title: '甲制度',
      edition: '第一版',
      issuedOn: '2026-01-05',
      fromOn: '2026-01-05',
    },
    { title: '乙制度' },
    200,
  ),
  'POST /desk/seals': {
    path: () => '/desk/seals',
    bodies: () => [seal('2026-12-01'), seal('2026-12-02')],
    status: 201,
    table: 'seal_image',
  },
  'POST /desk/self-inspection/checks/:indicator': json(
    '/desk/self-inspection/checks/V4a',
    'self_check',
    { checkedOn: '2026-11-19', proof: '截图', verdict: 'works', object: '信箱' },
    { proof: '录像' },
  ),
  'POST /desk/staff': json(
    '/desk/staff',
    'staff',
    { username: 'wang', name: '王某', roles: ['viewer'] },
    { roles: ['handler'] },
  ),
  'POST /desk/topics': json('/desk/topics', 'topic', { title: '甲' }, { title: '乙' }),
  'POST /topics': json(
    '/topics',
    'topic',
    { subject: '公厕在哪里', why: '好找' },
    { why: '方便' },
    202,
  ),
}
