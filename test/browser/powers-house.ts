import { actOnPowerChange } from '../../src/usecases/service/act-on-change.ts'
import { actOnServiceGuide } from '../../src/usecases/service/act-on-guide.ts'
import { draftPowerChange } from '../../src/usecases/service/draft-change.ts'
import { writeServiceGuide } from '../../src/usecases/service/write-guide.ts'
import { portalNow } from '../http/portal-house.ts'
import type { House } from '../support/house.ts'
import { added, approved, head, lawyer, powerId, unit } from '../usecases/service/service-house.ts'

const longName =
  '对在饮用水水源一级保护区内新建、改建、扩建与供水设施和保护水源无关的建设项目，或者从事网箱养殖、旅游、游泳、垂钓或者其他可能污染饮用水水体的活动的行政处罚'
const longLicence =
  '建设项目（含辐射类建设项目、海洋工程建设项目以外的其他对环境有影响的建设项目）环境影响报告书、环境影响报告表的首次审批、重新审批和重新审核'

/** Every page of powers and services by name: its agency and its path. */
export type ServicePages = Readonly<Record<string, readonly [agency: string, path: string]>>

/** A list with a past in 东县 (east), a change in every state, guides whole, with gaps, on their way and not begun; nothing in 河湾镇 (river). */
export async function fillServices(house: House): Promise<ServicePages> {
  const first = await fillList(house)
  const ids = await fillChanges(house)
  const [whole, partly, none, gone] = await fillGuides(house)
  await lookedThroughLongAgo(house)
  const desk = '/desk/services'
  const change = (state: string): string => `/desk/powers/${ids[state] ?? ''}`
  return {
    services: ['east', '/services'],
    'services-none': ['east', '/services?q=没有这个词'],
    'services-empty': ['river', '/services'],
    service: ['east', `/services/${whole ?? ''}`],
    'service-gaps': ['east', `/services/${partly ?? ''}`],
    'service-blank': ['east', `/services/${none ?? ''}`],
    powers: ['east', '/powers'],
    'powers-old': ['east', '/powers?day=2026-04-01&type=punishment'],
    'powers-empty': ['river', '/powers'],
    changes: ['east', '/powers/changes?from=2026-01-01'],
    'changes-none': ['east', '/powers/changes?from=2026-11-01&until=2026-11-02'],
    counts: ['east', '/powers/counts'],
    'counts-subtree': ['east', '/powers/counts?scope=subtree'],
    'counts-empty': ['river', '/powers/counts'],
    'desk-powers': ['east', '/desk/powers'],
    'desk-powers-empty': ['river', '/desk/powers'],
    'desk-change-form': ['east', '/desk/powers/new'],
    'desk-change-draft': ['east', change('draft')],
    'desk-change-edit': ['east', `${change('draft')}/edit`],
    'desk-change-returned': ['east', change('returned')],
    'desk-change-proposed': ['east', change('proposed')],
    'desk-change-checked': ['east', change('checked')],
    'desk-change-approved': ['east', `/desk/powers/${first}`],
    'desk-checks': ['east', '/desk/power-checks'],
    'desk-checks-guides': ['east', '/desk/power-checks?kind=guide'],
    'desk-check': ['east', `/desk/power-checks/guide/${whole ?? ''}`],
    'desk-services': ['east', desk],
    'desk-services-all': ['east', `${desk}?part=all`],
    'desk-services-empty': ['river', desk],
    'desk-service': ['east', `${desk}/${whole ?? ''}`],
    'desk-service-gaps': ['east', `${desk}/${partly ?? ''}`],
    'desk-service-blank': ['east', `${desk}/${none ?? ''}`],
    'desk-guide-form': ['east', `${desk}/${partly ?? ''}/edit`],
    'not-a-service': ['east', `/services/${gone ?? ''}`],
  }
}

/** Some powers and a guide were last looked through so long ago that they are overdue or soon due. */
async function lookedThroughLongAgo(house: House): Promise<void> {
  const { db } = await house.tenant('east')
  const power = 'UPDATE power_edition SET checked_on = ? WHERE valid_to IS NULL AND code = ?'
  await db.batch([
    db.prepare(power).bind('2025-06-02', 'A-4'),
    db.prepare(power).bind('2025-12-08', 'A-1'),
    db.prepare(
      "UPDATE service_guide SET published_on = '2025-05-06' WHERE published_on IS NOT NULL",
    ),
  ])
}

/** Two approved changes of the list; answers the first. */
async function fillList(house: House): Promise<string> {
  const plain = Array.from({ length: 22 }, (_, n) =>
    added(`B-${String(n + 10)}`, { name: `第${n + 1}类公共场所卫生监督检查`, type: 'inspection' }),
  )
  const first = await approved(
    house,
    'east',
    [
      added('A-1', { name: longLicence, unit: '行政审批服务股（营商环境建设办公室）' }),
      added('A-2', { name: '公共场所卫生许可' }),
      added('A-3', { name: '生育登记', type: 'public-service' }),
      added('A-4', {
        name: longName,
        type: 'punishment',
        basis: [
          '《中华人民共和国水污染防治法》第六十五条、第九十一条第二款',
          '《饮用水水源保护区污染防治管理规定》第十二条第一项',
        ],
      }),
      added('A-5', { name: '再生育审批' }),
      ...plain,
    ],
    '2026-03-02',
  )
  await approved(
    house,
    'east',
    [
      { kind: 'cancelled', power: 'A-5' },
      { kind: 'handed-down', power: 'B-10', takenBy: '各乡镇人民政府' },
      { kind: 'merged', power: 'B-11', into: 'B-12' },
      {
        ...added('A-2', { name: '公共场所（除饭馆、咖啡馆外）卫生许可' }),
        kind: 'amended',
        power: 'A-2',
      },
    ],
    '2026-09-01',
  )
  return first
}

async function fillChanges(house: House): Promise<Readonly<Record<string, string>>> {
  const raw = {
    reason:
      '《中华人民共和国行政处罚法》修订后，依照省政府清理要求，对本机关涉及的行政处罚事项名称和依据逐项更正。',
    basis: '省政府办公厅关于动态调整权责清单的通知',
    entries: [added('C-1', { name: longName, type: 'punishment' }), added('C-2')],
  }
  const ids: Record<string, string> = {}
  for (const state of ['draft', 'proposed', 'checked', 'returned'] as const) {
    const made = await draftPowerChange(await house.ctx('east', unit, portalNow), raw)
    if (!made.ok) throw new Error(state)
    ids[state] = made.value.id
    if (state === 'draft') continue
    await actOnPowerChange(await house.ctx('east', unit, portalNow), made.value.id, 'propose', {})
    if (state === 'proposed') continue
    const action = state === 'checked' ? 'check' : 'return'
    const said = { opinion: '第二项的依据没有写到条、款、项，请补充后再提出。' }
    await actOnPowerChange(await house.ctx('east', lawyer, portalNow), made.value.id, action, said)
  }
  return ids
}

async function fillGuides(house: House): Promise<string[]> {
  const powers = await Promise.all(
    ['A-2', 'A-1', 'A-3', 'A-4'].map((code) => powerId(house, 'east', code)),
  )
  const [whole, partly] = powers
  await publishGuide(house, whole ?? '', guide)
  await publishGuide(house, partly ?? '', {
    conditions: guide.conditions,
    fee: 'charged',
    feeNote: guide.feeNote,
  })
  await writeServiceGuide(await house.ctx('east', unit, portalNow), whole ?? '', {
    guide: { ...guide, promisedDays: 0 },
  })
  await actOnServiceGuide(await house.ctx('east', unit, portalNow), whole ?? '', 'submit', {})
  return powers
}

const guide = {
  conditions:
    '（一）经营场所在本县行政区域内；\n（二）卫生设施、卫生检测结果符合国家标准；\n（三）直接为顾客服务的人员持有健康合格证明。',
  procedure: '申请、受理、现场审查、决定、送达。现场审查不计入办理时限。',
  statutoryDays: 20,
  promisedDays: 8,
  materials: [
    '卫生许可证申请表（原件 1 份，签字或者盖章）',
    '法定代表人或者负责人身份证明（复印件 1 份）',
    '公共场所地址方位示意图、平面图和卫生设施平面布局图',
    '公共场所卫生检测或者评价报告',
  ],
  fee: 'free',
  feeNote: '依照财税〔2008〕78号，不收费。',
  outcome: '卫生许可证',
  window: '东县人民路 18 号政务服务中心二楼 12—15 号窗口',
  hours: '工作日 9:00—12:00，13:30—17:00',
  phone: '0557-3021234',
  supervisionPhone: '12345',
}

async function publishGuide(house: House, power: string, text: object): Promise<void> {
  await writeServiceGuide(await house.ctx('east', unit, portalNow), power, { guide: text })
  await actOnServiceGuide(await house.ctx('east', unit, portalNow), power, 'submit', {})
  const done = await actOnServiceGuide(
    await house.ctx('east', head, portalNow),
    power,
    'publish',
    {},
  )
  if (!done.ok) throw new Error(JSON.stringify(done.refusal))
}
