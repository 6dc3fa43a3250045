import { addItemFile } from '../../src/usecases/item/files/add-file.ts'
import { importItems } from '../../src/usecases/item/import/items.ts'
import { listItems } from '../../src/usecases/item/list-items.ts'
import { openHouse, type House } from '../support/house.ts'

/** The instant at which the portal's tests are read. */
export const portalNow = '2026-11-20T10:00:00+08:00'

/** A title that tries what a title may not do. */
export const hostileTitle = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>关于“引号”的通知`

const longTitle =
  '试验市东县人民政府办公室关于印发《东县进一步优化营商环境、深化政务公开、推进基层政务公开标准化规范化建设和村（居）务公开协同发展三年行动实施方案（2026—2028年）》的通知'

const body = [
  '各乡镇人民政府，县政府各部门、各直属机构：',
  '《东县政务公开工作要点》已经县政府同意，现印发给你们，请认真贯彻执行。',
  '一、总体要求',
  '坚持以公开为常态、不公开为例外，围绕群众关切，推进决策、执行、管理、服务和结果公开。',
  '（一）基本原则',
  '坚持依法公开、及时准确、便民利民，涉及国家秘密、商业秘密、个人隐私的信息依法不予公开。',
  '二、重点任务',
  '加强规范性文件、财政预算决算、重大建设项目、民生政策等领域的信息公开，做到应公开尽公开。',
  '东县人民政府办公室',
  '2026年3月2日',
].join('\n')

type Row = Readonly<Record<string, string>>

const special: readonly Row[] = [
  {
    id: 'long',
    title: longTitle,
    docNumber: '东政办发〔2026〕12号',
    writtenDate: '2026-11-02',
    publishedOn: '2026-11-12',
    column: '行政法规、规章和规范性文件',
    theme: '综合政务/政务公开',
    genre: '通知',
    summary: '明确三年内政务公开工作的总体要求、重点任务和保障措施。',
    body,
    url: 'https://www.gov.cn/zhengce/content/2026-03/02/content_1.htm',
  },
  {
    id: 'hostile',
    title: hostileTitle,
    publishedOn: '2026-11-11',
    column: '规划计划',
    summary: '<b>概述</b> & "引号"',
    body: '<script>alert(3)</script>\n正文里的 <a href="javascript:alert(4)">链接</a>',
  },
  {
    id: 'repealed',
    title: '东县人民政府关于公布废止部分规范性文件的决定',
    docNumber: '东政〔2019〕8号',
    publishedOn: '2026-11-10',
    column: '行政法规、规章和规范性文件',
    validity: '废止',
    genre: '决定',
    body,
  },
  {
    id: 'outside',
    title: '2025年度部门决算公开',
    publishedOn: '2026-11-09',
    column: '财政预算决算',
    url: 'https://data.example.com/accounts?year=2025',
    body: '',
  },
]

/** A house with items of every kind in 东县 (east) and a few in 河湾镇 (river). */
export async function openPortalHouse(): Promise<House> {
  const house = await openHouse()
  const plain = Array.from({ length: 45 }, (_, index) => ({
    id: `plain-${index}`,
    title: `东县人民政府关于做好第${index + 1}批农村饮水安全巩固提升工程建设管理工作的通知`,
    docNumber: `东政〔2026〕${index + 20}号`,
    writtenDate: `2026-0${1 + (index % 9)}-01`,
    publishedOn: `2026-0${1 + (index % 9)}-${String(1 + (index % 27)).padStart(2, '0')}`,
    column: columns[index % columns.length] ?? '',
    theme: '农业、林业、水利',
    genre: '通知',
    validity: index % 11 === 0 ? '失效' : '有效',
    body,
  }))
  await fill(house, 'east', [...special, ...plain])
  await fill(house, 'river', [
    {
      id: 'r1',
      title: '河湾镇2026年惠农补贴发放公示',
      publishedOn: '2026-10-01',
      column: '农业农村政策落实',
      body,
    },
  ])
  return house
}

/** Id of the published item with a title. */
export async function itemId(house: House, agency: string, title: string): Promise<string> {
  const rows = await house.rows(agency, 'published')
  const row = rows.find((one) => one['title'] === title)
  if (row === undefined) throw new Error(`no item ${title}`)
  return String(row['id'])
}

/** Adds a small attachment to an item, as the desk does. */
export async function attach(house: House, agency: string, item: string): Promise<void> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'test' }, portalNow)
  const bytes = new TextEncoder().encode('项目,金额\r\n农村饮水,100\r\n')
  const added = await addItemFile(ctx, item, { name: '附件1：任务分解表.csv', bytes })
  if (!added.ok) throw new Error(JSON.stringify(added.refusal))
}

/** Titles of the special items, by their names here. */
export const titles = {
  long: longTitle,
  repealed: special[2]?.['title'] ?? '',
  outside: special[3]?.['title'] ?? '',
}

const columns = [
  '规划计划',
  '财政预算决算',
  '民生政策及实施',
  '机构职能',
  '行政法规、规章和规范性文件',
]

async function fill(house: House, agency: string, rows: readonly Row[]): Promise<void> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'test' }, portalNow)
  const lines = rows.map((row) => JSON.stringify(row)).join('\n')
  const done = await importItems(ctx, new TextEncoder().encode(lines), { dryRun: false })
  if (!done.ok || !done.value.committed) throw new Error(JSON.stringify(done))
  const listed = await listItems(ctx, {}, () => '')
  if (!listed.ok || listed.value.items.length === 0) throw new Error('nothing was published')
}
