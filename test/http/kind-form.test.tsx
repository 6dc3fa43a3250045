import { renderToString } from 'hono/jsx/dom/server'
import { describe, expect, test } from 'vitest'
import { checkFields, readFields } from '../../src/domain/item/kinds/check-fields.ts'
import { itemKinds, kindOf } from '../../src/domain/item/kinds/kind-of.ts'
import type { Fields, ItemKind } from '../../src/domain/item/kinds/kind.ts'
import { publicFields } from '../../src/domain/item/kinds/public-fields.ts'
import { nationalCalendar } from '../../src/domain/time/calendar.ts'
import { localDate } from '../../src/domain/time/local-date.ts'
import { formErrors } from '../../src/http/ui/form-names.ts'
import { KindFields } from '../../src/http/ui/kind/kind-fields.tsx'
import { kindInput, kindText } from '../../src/http/ui/kind/kind-form.ts'
import { KindView } from '../../src/http/ui/kind/kind-view.tsx'
import { happyFields } from '../domain/item/kinds/happy-fields.data.ts'

const today = localDate('2026-11-22')
const kinds = itemKinds.filter(({ fields }) => fields.length > 0)

function stored(kind: string): Fields {
  const read = readFields(kind, happyFields[kind])
  if (!read.ok) throw new Error(kind)
  return read.value
}

function kindNamed(id: string): ItemKind {
  const kind = kindOf(id)
  if (kind === null) throw new Error(id)
  return kind
}

function form(id: string, text: ReadonlyMap<string, string>): string {
  const kind = kindNamed(id)
  const checked = checkFields(id, kindInput(kind, text), today, nationalCalendar)
  const errors =
    checked.ok || checked.refusal.code !== 'invalid' ? {} : formErrors(checked.refusal.errors)
  return renderToString(<KindFields kind={kind} text={text} errors={errors} />)
}

/** What a browser would send of a form as it stands. */
function sent(html: string): Map<string, string> {
  const named = (tag: string): string => /name="([^"]*)"/.exec(tag)?.[1] ?? ''
  const inputs = (html.match(/<input [^>]*>/g) ?? [])
    .filter((tag) => !tag.includes('type="radio"') || tag.includes('checked'))
    .map((tag) => [named(tag), / value="([^"]*)"/.exec(tag)?.[1] ?? ''] as const)
  const areas = (html.match(/<textarea [^>]*>[^<]*/g) ?? []).map(
    (tag) => [named(tag), tag.slice(tag.indexOf('>') + 1)] as const,
  )
  const selects = (html.match(/<select .*?<\/select>/gs) ?? []).map(
    (tag) => [named(tag), /<option value="([^"]*)" selected/.exec(tag)?.[1] ?? ''] as const,
  )
  return new Map([...inputs, ...areas, ...selects].map(([name, value]) => [name, unescape(value)]))
}

function unescape(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')
}

describe('the form of a special item works without JavaScript', () => {
  test.each(kinds.map((kind) => [kind.name, kind] as const))(
    '%s: what is stored comes back unchanged from its form',
    (_, kind) => {
      const fields = stored(kind.id)
      const html = form(kind.id, kindText(kind, fields))
      expect(readFields(kind.id, kindInput(kind, sent(html)))).toEqual({ ok: true, value: fields })
      for (const { label } of kind.fields) expect(html).toContain(label)
    },
  )

  test('an empty form names what is missing beside its field', () => {
    const html = form('penalty', new Map())
    expect(html).toContain('请填写“案件名称”')
    expect(html).toContain('aria-describedby="f-fields-caseName-error"')
  })

  test('row 30: the rows that must be there stand in the table already', () => {
    const html = form('three-public-expenses', new Map())
    expect(sent(html).get('fields.expenses.1.expenseKind')).toBe('reception')
    expect(html).toContain('name="fields.expenses.more"')
    // Named beforehand and left alone, they are no rows yet.
    expect(kindInput(kindNamed('three-public-expenses'), sent(html))['expenses']).toEqual([])
    const some = kindText(kindNamed('major-decision'), {
      procedures: [{ procedure: 'risk', notNeeded: '不涉及' }],
    })
    const again = sent(form('major-decision', some))
    expect([0, 1, 4].map((at) => again.get(`fields.procedures.${at}.procedure`))).toEqual([
      'risk',
      'participation',
      'discussion',
    ])
  })

  test('more rows come when asked for, at most forty at once', () => {
    const rows = (more: string): number =>
      form('credit-list', new Map([['fields.entries.more', more]])).split('<tr>').length - 2
    expect([rows('0'), rows('5'), rows('-1'), rows('9999')]).toEqual([3, 8, 3, 43])
  })

  test('a fault of a cell stands in its cell, one of a pasted line is named by its line', () => {
    const text = kindText(kindNamed('credit-list'), stored('credit-list'))
    text.set('fields.entries.1.listedOn', '2026-13-01')
    expect(form('credit-list', text)).toMatch(
      /id="f-fields-entries-1-listedOn-error">“名单第 2 行：列入日期”应是日期/,
    )
    const pasted = new Map([['fields.entries.lines', '主体类别\t主体名称\n自然人\t张三\n谁\t李四']])
    expect(form('credit-list', pasted)).toContain('名单第 3 行：主体类别')
  })

  test('a long list is edited as lines, and comes back unchanged', () => {
    const recipients = Array.from({ length: 120 }, (_, at) => ({
      recipient: `张${at}`,
      benefitAmount: at + 0.5,
    }))
    const kind = kindNamed('benefit-list')
    const html = form('benefit-list', kindText(kind, { recipients }))
    expect(html).not.toContain('fields.recipients.0.')
    expect(kindInput(kind, sent(html))['recipients']).toContain('张119')
    expect(readFields(kind.id, kindInput(kind, sent(html)))).toMatchObject({
      ok: true,
      value: { recipients },
    })
  })

  test('pasted lines and typed rows are taken together', () => {
    const text = new Map([
      ['fields.accounts.lines', '甲\t1\t1'],
      ['fields.accounts.0.accountItem', '乙'],
      ['fields.accounts.0.budgeted', '2'],
      ['fields.accounts.0.spent', '2'],
    ])
    const kind = kindNamed('final-accounts')
    expect(readFields(kind.id, kindInput(kind, text))).toMatchObject({
      value: {
        accounts: [
          { accountItem: '甲', budgeted: 1, spent: 1 },
          { accountItem: '乙', budgeted: 2, spent: 2 },
        ],
      },
    })
  })
})

function page(id: string, on = today): string {
  const view = publicFields(id, stored(id), on)
  if (view === null) throw new Error(id)
  return renderToString(<KindView view={view} itemHref={(item) => `/items/${item}`} />)
}

describe('the public page of a special item', () => {
  test.each(kinds.map(({ name, id }) => [name, id]))('%s shows its facts, masked', (_, id) => {
    const html = page(id)
    expect(html).not.toMatch(/11010519491231002X|13800001234|张三丰|欧阳小明|王小二|孙小美/)
    expect(html).not.toContain('undefined')
  })

  test('row 30: table, chart, rates, formula', () => {
    const html = page('three-public-expenses')
    for (const text of [
      '52.7',
      '76.1',
      '执行率 = 决算数 ÷ 预算数 × 100%（四舍五入，保留一位小数）',
      '公务接待费 执行率：15.78 ÷ 29.95 = 52.7%',
      '38.95',
      '22.63',
      'class="bars"',
    ]) {
      expect(html).toContain(text)
    }
  })

  test('row 29: after the last day of display nothing', () => {
    expect(page('penalty', localDate('2027-11-03'))).not.toContain('占道经营')
  })

  test('row 34: a list whose entries are all removed shows none of it', () => {
    expect(page('credit-list', localDate('2028-01-01'))).not.toMatch(/拖欠农民工工资|建筑有限公司/)
  })

  test('hostile words stay words', () => {
    const fields = { ...stored('penalty'), facts: '<script>alert(1)</script>\n第二行' }
    const view = publicFields('penalty', fields, today)
    if (view === null) throw new Error('no view')
    const html = renderToString(<KindView view={view} itemHref={(id) => id} />)
    expect(html).not.toContain('<script>')
  })
})
