import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyLines } from '../../src/http/pages/portal/body-text.ts'
import { fileSize, fileType } from '../../src/http/pages/portal/file-words.ts'
import { axisTop, figure } from '../../src/http/ui/chart-scale.ts'
import { escapeHtml } from '../../src/http/ui/escape.ts'

describe('text of a document (公文层次)', () => {
  test.each([
    ['一、总体要求', 'heading'],
    ['一、总体要求。', 'heading'],
    ['一、本办法自印发之日起施行。由县政府办公室负责解释', 'paragraph'],
    ['（二）基本原则', 'subheading'],
    ['2026年3月2日', 'sign'],
    ['2026年3月2日起施行', 'paragraph'],
    ['各乡镇人民政府：', 'to'],
    ['现将有关事项通知如下', 'paragraph'],
  ])('%s is %s', (text, kind) => {
    expect(bodyLines(text)).toEqual([{ kind, text }])
  })

  test('the name before the last date belongs to the signature', () => {
    expect(bodyLines('请遵照执行。\n东县人民政府\n2026年3月2日').map(({ kind }) => kind)).toEqual([
      'paragraph',
      'sign',
      'sign',
    ])
  })

  test('loses no letter and invents none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (body) => {
        expect(
          letters(
            bodyLines(body)
              .map(({ text }) => text)
              .join(''),
          ),
        ).toBe(letters(body))
      }),
    )
  })
})

test('escaped text holds nothing that could be a tag or end an attribute (CWE-79)', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '文', 'a') }),
      (text) => {
        const safe = escapeHtml(text)
        expect(safe).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/)
        const back = safe.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"')
        expect(back.replaceAll('&#39;', "'").replaceAll('&amp;', '&')).toBe(text)
      },
    ),
  )
})

describe('words for files and figures', () => {
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1536, '1.5 KB'],
    [20 * 1024 * 1024, '20.0 MB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(fileSize(bytes)).toBe(words)
  })

  test('a file is called by its ending', () => {
    expect(fileType('附件.PDF', 'application/pdf')).toBe('PDF')
    expect(fileType('附件', 'application/pdf')).toBe('PDF')
  })

  test('an axis ends at 1, 2 or 5 times a power of ten, never below a value', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(10_000_000)), { minLength: 1 }), (values) => {
        const top = axisTop([{ name: 'x', values }])
        expect(Math.max(1, ...values.map((value) => value ?? 0))).toBeLessThanOrEqual(top)
        expect(String(top)).toMatch(/^[125]0*$/)
      }),
    )
    expect(figure(1_234_567)).toBe('1,234,567')
  })
})

function letters(text: string): string {
  return text.replaceAll(/\s/g, '')
}
