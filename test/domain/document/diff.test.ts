import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from '../../../src/domain/document/align.ts'
import { diffText } from '../../../src/domain/document/diff-text.ts'
import { diffTrees, type Difference } from '../../../src/domain/document/diff.ts'
import { fromText } from '../../../src/domain/document/from-text.ts'
import { toText } from '../../../src/domain/document/to-text.ts'

const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 })

/** Length of the longest common subsequence, by the plain table. */
function common(before: readonly string[], after: readonly string[]): number {
  let row = Array.from({ length: after.length + 1 }, () => 0)
  for (const one of before) {
    const next = [0]
    for (const [index, other] of after.entries()) {
      next.push(
        one === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** The texts of one side: what is there now, or what was there before. */
function side(changes: readonly Difference[], gone: 'added' | 'removed'): string {
  return changes
    .flatMap(({ lines }) => lines)
    .flatMap(({ cells }) => cells)
    .flat()
    .filter(({ kind }) => kind !== gone)
    .map(({ text }) => text)
    .join('')
}

function bare(text: string): string {
  return text.replaceAll(/[\s•]/g, '')
}

describe('row 76: what changed between editions', () => {
  test('the alignment is one of both, and the best there is', () => {
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const steps = align(before, after)
        let at = 0
        let other = 0
        for (const step of steps) {
          if (step === 'same') expect(before[at]).toBe(after[other])
          if (step !== 'added') at += 1
          if (step !== 'removed') other += 1
        }
        expect([at, other]).toEqual([before.length, after.length])
        expect(steps.filter((step) => step === 'same')).toHaveLength(common(before, after))
      }),
    )
  })

  test('with more differences than allowed the middle is replaced whole', () => {
    const before = Array.from({ length: 50 }, (_, n) => `a${n}`)
    const after = Array.from({ length: 50 }, (_, n) => `b${n}`)
    expect(align(['x', ...before, 'y'], ['x', ...after, 'y'], 10)).toEqual([
      'same',
      ...before.map(() => 'removed'),
      ...after.map(() => 'added'),
      'same',
    ])
  })

  test('figures and words change whole, Han one by one', () => {
    expect(diffText('于2026年3月10日前办理', '于2026年4月15日前办结')).toEqual([
      { kind: 'same', text: '于2026年' },
      { kind: 'removed', text: '3月10' },
      { kind: 'added', text: '4月15' },
      { kind: 'same', text: '日前办' },
      { kind: 'removed', text: '理' },
      { kind: 'added', text: '结' },
    ])
  })

  test('blocks added, removed and changed; cells of a table', () => {
    const before = fromText(
      '一、总则\n本办法适用于全县各单位。\n旧的一段话将被删去。\n姓名\t职务\n甲\t组长',
    )
    const after = fromText(
      '一、总则\n本办法适用于全县各乡镇。\n姓名\t职务\n甲\t副组长\n新增加的内容在这里。',
    )
    expect(diffTrees(before, after).map(({ kind, type }) => `${kind} ${type}`)).toEqual([
      'same heading',
      'changed paragraph',
      'removed paragraph',
      'changed table',
      'added paragraph',
    ])
    expect(diffTrees(before, after)[3]?.lines[1]).toEqual({
      kind: 'changed',
      cells: [
        [{ kind: 'same', text: '甲' }],
        [
          { kind: 'added', text: '副' },
          { kind: 'same', text: '组长' },
        ],
      ],
    })
  })

  test('either edition can be read out of the difference', () => {
    const text = fc
      .array(
        fc.constantFrom(
          '一、总则',
          '第一条 适用范围。',
          '第二条 适用对象。',
          '• 甲',
          '• 乙',
          'a\tb',
          'a\tc',
          '2026年1月1日',
          '县政府',
        ),
        { maxLength: 25 },
      )
      .map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [fromText(one), fromText(other)]
        const changes = diffTrees(before, after)
        expect(bare(side(changes, 'added'))).toBe(bare(toText(before)))
        expect(bare(side(changes, 'removed'))).toBe(bare(toText(after)))
      }),
    )
  })

  test('five thousand blocks that all changed are still compared', () => {
    const of = (word: string): string =>
      Array.from({ length: 4999 }, (_, n) => `${word}${n}`).join('\n')
    expect(diffTrees(fromText(of('甲')), fromText(of('乙'))).length).toBeGreaterThan(4998)
  })
})
