import { readFile } from 'node:fs/promises'
import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { expect, test } from 'vitest'
import type { AppEnv } from '../../src/http/app-env.ts'
import { BarChart } from '../../src/http/ui/chart/bar-chart.tsx'
import { Checkboxes, Radios, Select } from '../../src/http/ui/choices.tsx'
import { DeskPage } from '../../src/http/ui/desk-layout.tsx'
import { ErrorSummary } from '../../src/http/ui/error-summary.tsx'
import {
  DateField,
  FileField,
  Form,
  SubmitRow,
  TextArea,
  TextField,
} from '../../src/http/ui/form.tsx'
import { LineChart } from '../../src/http/ui/chart/line-chart.tsx'
import { Notice } from '../../src/http/ui/notice.tsx'
import { Progress } from '../../src/http/ui/progress.tsx'
import { DataTable } from '../../src/http/ui/table.tsx'
import { Tag } from '../../src/http/ui/tag.tsx'
import { Timeline } from '../../src/http/ui/timeline.tsx'
import { openHouse } from '../support/house.ts'
import { leaveBrowser, openBrowser } from './portal-browser.ts'
import { serveHouse } from './portal-site.ts'

const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`)

function Gallery({ c }: { c: Context<AppEnv> }): JSX.Element {
  return (
    <DeskPage
      c={c}
      title="部件"
      current="cases"
      staff={{ name: '测试员', roles: ['registrar', 'handler'] }}
      breadcrumbs={[{ label: '部件' }]}
      aside={<Side />}
    >
      <h1>部件</h1>
      <ErrorSummary errors={{ 'applicant.name': '请填写“姓名”', form: '请选择“载体”' }} />
      <Notice tone="warning" title="提示">
        <p>第二天到期。</p>
      </Notice>
      <Fields />
      <DataTable
        caption="待办"
        columns={[
          { label: '编号', kind: 'code' },
          { label: '名称', kind: 'title' },
          { label: '状态' },
        ]}
        rows={(['red', 'yellow', 'blue', 'green', 'grey', 'none'] as const).map((tone) => ({
          cells: [
            `2026-${tone}`,
            <a href="/desk">某村土地征收补偿方案</a>,
            <Tag tone={tone}>状态</Tag>,
          ],
        }))}
      />
      <BarChart
        caption="办件"
        unit="件"
        categories={['东县', '西县']}
        series={[
          { name: '收到', values: [1200, null] },
          { name: '办结', values: [0, 3] },
        ]}
      />
      <LineChart
        caption="每月申请"
        unit="件"
        categories={months}
        series={[{ name: '收到', values: months.map((_, index) => (index === 4 ? null : index)) }]}
      />
    </DeskPage>
  )
}

function Side(): JSX.Element {
  return (
    <div class="panel">
      <h2>期限</h2>
      <Progress value={19} max={20} tone="yellow" label="第 19 个工作日，共 20 个" />
      <Timeline
        steps={[
          { at: '2026-11-02', label: '收到', note: '网上提交' },
          { at: null, label: '答复', state: 'current' },
          { at: null, label: '归档', state: 'todo' },
        ]}
      />
    </div>
  )
}

function Fields(): JSX.Element {
  const options = [
    { value: 'a', label: '纸质', hint: '邮寄' },
    { value: 'b', label: '电子' },
  ]
  return (
    <Form action="/desk" multipart>
      <TextField name="applicant.name" label="姓名" hint="全名" error="请填写“姓名”" required />
      <TextArea name="text" label="描述" value="内容" maxlength={100} />
      <DateField name="on" label="收到日" />
      <FileField name="files" label="附件" multiple />
      <Select name="type" label="种类" options={options} value="b" />
      <Radios name="one" label="渠道" options={options} value="a" inline required />
      <Checkboxes name="form" label="载体" options={options} error="请选择“载体”" />
      <SubmitRow label="提交" secondary={{ label: '取消', href: '/desk' }} />
    </Form>
  )
}

test('the parts of forms, tables, charts and the desk satisfy WCAG 2.1 AA on phone and screen', async () => {
  const house = await openHouse()
  const site = await serveHouse(house, (app) => {
    app.get('/gallery', (c) => c.html(<Gallery c={c} />))
  })
  const browser = await openBrowser()
  const axe = await readFile(
    new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
    'utf8',
  )
  const found: unknown[] = []
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 800 } })
    page.on('console', (message) => found.push(message.text()))
    await page.goto(site.url('east', '/gallery'))
    await page.evaluate(axe)
    const violations = await page.evaluate<string[]>(
      `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map((v) => v.id + ' ' + v.nodes[0].html))`,
    )
    const scroll = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (scroll > width) found.push(`${width}: ${scroll}`)
    found.push(...violations)
    const focused = await page.evaluate('document.activeElement.id')
    if (focused !== 'error-summary') found.push(`focus on ${String(focused)}`)
    await page.click('a[href="#f-applicant-name"]')
    if ((await page.evaluate('document.activeElement.name')) !== 'applicant.name')
      found.push('summary')
  }
  await leaveBrowser(browser)
  await site.close()
  await house.close()
  expect(found).toEqual([])
})
