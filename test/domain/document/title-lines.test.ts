import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textWidth } from '../../../src/domain/document/pdf/break.ts'
import { titleLines } from '../../../src/domain/document/title-lines.ts'

const room = 20
const widthOf = (text: string): number => textWidth(text)
const lines = (title: string): string[] => titleLines(title, room, widthOf)

describe('titles over several lines (标题回行, GB/T 9704-2012 7.3.1)', () => {
  test.each([
    ['关于印发工作要点的通知'],
    ['宿州市人民政府2025年政府', '信息公开工作年度报告'],
    ['演示：宿州市财政局', '2025 年“三公”经费决算'],
    ['关于《山东省国土空间规划', '（2021—2035年）》的批复'],
    [
      '四川省人民政府关于在第31届世界',
      '大学生夏季运动会开闭幕式当日对',
      '成都市部分区域实施无线电管制的命令',
    ],
  ])('break between words, about equally long: %s', (...parts) => {
    const title = parts.join('')
    const found = lines(title)
    expect(found.join('')).toBe(title)
    expect(found).toEqual(parts)
  })

  test('no line is too long, begins with a closing sign or ends with an opening one, and nothing is lost', () => {
    const signs = fc.constantFrom('《', '》', '（', '）', '、', '，', '“', '”')
    const piece = fc.oneof(
      fc.constantFrom('人民政府', '关于', '印发', '管理', '办法', '的', '通知', '年', '项目'),
      fc.integer({ min: 1, max: 2100 }).map(String),
      signs,
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), (pieces) => {
        const title = pieces.join('')
        const found = lines(title)
        expect(found.join('')).toBe(title)
        if (found.length === 1) return
        for (const line of found) expect(widthOf(line)).toBeLessThanOrEqual(room)
        // A title may itself end so; then its last line does.
        for (const line of found.slice(0, -1)) expect(line).not.toMatch(/[《（“]$/u)
        for (const line of found.slice(1)) expect(line).not.toMatch(/^[》）、，”]/u)
        expect(found.length).toBeLessThanOrEqual(Math.ceil(widthOf(title) / room) + 1)
      }),
      { examples: [[[...Array<string>(5).fill('人民政府'), '《']]] },
    )
  })

  test('what has no place to break stays as it is', () => {
    const word = 'A'.repeat(90)
    expect(lines(word)).toEqual([word])
  })
})
