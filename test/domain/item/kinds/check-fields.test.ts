import { describe, expect, test } from 'vitest'
import { latestTrunk } from '../../../../src/domain/catalog/trunk.ts'
import { checkFields } from '../../../../src/domain/item/kinds/check-fields.ts'
import { itemKinds, kindOf } from '../../../../src/domain/item/kinds/kind-of.ts'
import { nationalCalendar } from '../../../../src/domain/time/calendar.ts'
import { localDate } from '../../../../src/domain/time/local-date.ts'
import { fieldWords } from '../../../../src/http/ui/words/field-problem.ts'
import { broken, open, type Problem } from './broken-fields.data.ts'
import { happyFields, happyRows } from './happy-fields.data.ts'

const today = localDate('2026-11-22')

function faults(kind: string, change: Record<string, unknown>): Problem[] {
  const checked = checkFields(kind, { ...happyFields[kind], ...change }, today, nationalCalendar)
  return checked.ok || checked.refusal.code !== 'invalid' ? [] : [...checked.refusal.errors]
}

describe('rows 29-36, 82, 88: every special kind', () => {
  test.each(itemKinds.map(({ id, name }) => [name, id]))('%s accepts a complete item', (_, id) => {
    expect(faults(id, {})).toEqual([])
    expect(happyFields[id]).toBeDefined()
  })

  test.each(itemKinds.map((kind) => [kind.name, kind] as const))(
    '%s refuses an item without any one of its required fields, naming it',
    (_, kind) => {
      for (const { key, required } of kind.fields) {
        if (required !== true) continue
        const found = faults(kind.id, { [key]: ' ' })
        expect(found).toContainEqual({ pointer: `/fields/${key}`, problem: 'required' })
      }
    },
  )

  test('row 29: a penalty has the seven fields of the law and the content of the penalty', () => {
    const needed = kindOf('penalty')?.fields.filter(({ required }) => required)
    expect(needed?.map(({ label }) => label)).toEqual(
      expect.arrayContaining([
        '案件名称',
        '处罚决定书文号',
        '当事人',
        '违法事实',
        '处罚依据',
        '处罚机关',
        '处罚日期',
        '处罚内容',
      ]),
    )
    expect(kindOf('penalty')?.duty).toMatchObject({ days: 7, unit: 'working' })
    expect(kindOf('spot-check')?.duty).toMatchObject({ days: 20, unit: 'working' })
  })
})

describe('rules are data', () => {
  test.each(broken)('%s is refused', (_, kind, change, expected) => {
    expect(faults(kind, change)).toContainEqual(expect.objectContaining(expected))
  })

  test('every kind of rule is broken by one of these cases', () => {
    const rules = new Set(itemKinds.flatMap((kind) => kind.rules.map(({ rule }) => rule)))
    const problems = new Set(broken.map(([, , , { problem }]) => problem))
    const shown = [
      'required',
      'one-of',
      'in-future',
      'before',
      'above',
      'sum-differs',
      'incomplete',
      'duplicate',
      'too-few-days',
      'too-many',
      'rest-day',
      'period-over',
    ]
    for (const problem of shown) expect(problems).toContain(problem)
    expect(rules.size).toBe(13)
  })

  test('row 36: a dossier stays open while procedures are missing or not needed', () => {
    expect(faults('major-decision', { progress: 'open', procedures: open })).toEqual([])
    const notNeeded = [
      ...happyRows('major-decision', 'procedures').slice(1),
      { procedure: 'participation', notNeeded: '依法不公开征求意见' },
    ]
    expect(faults('major-decision', { procedures: notNeeded })).toEqual([])
  })

  test('row 33: a notice without objections owes no outcome of any', () => {
    expect(faults('public-notice', { objectionsReceived: 0 })).toEqual([])
  })

  test('every fault has a sentence that names the field in Chinese', () => {
    for (const [, kind, change] of broken) {
      const checked = checkFields(
        kind,
        { ...happyFields[kind], ...change },
        today,
        nationalCalendar,
      )
      if (checked.ok || checked.refusal.code !== 'invalid') throw new Error(kind)
      for (const error of checked.refusal.errors) {
        expect(fieldWords(error)).not.toMatch(/[A-Za-z]{3}/)
      }
    }
  })
})

describe('the tables of kinds are sound', () => {
  const columns = new Set(latestTrunk.columns.map(({ id }) => id))

  test.each(itemKinds.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
    for (const column of kind.columns) expect(columns).toContain(column)
    const keys = kind.fields.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    const derived = kind.derived.map(({ key }) => key)
    for (const key of kind.list) expect([...keys, ...derived]).toContain(key)
    for (const field of kind.fields) {
      if (field.type !== 'rows') continue
      const cells = field.columns.map(({ key }) => key)
      for (const key of [field.head, ...(field.totals ?? [])]) expect(cells).toContain(key)
      if (field.until !== undefined) expect(cells).toContain(field.until)
    }
  })

  test('a field has the same name wherever its key stands', () => {
    const names = new Map<string, string>()
    for (const { fields } of itemKinds) {
      for (const { key, label } of fields) {
        expect(names.get(key) ?? label).toBe(label)
        names.set(key, label)
      }
    }
  })
})
