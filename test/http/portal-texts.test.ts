import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileSize, fileType } from '../../src/http/pages/portal/file-words.ts'
import { axisTop, figure } from '../../src/http/ui/chart/chart-scale.ts'
import { escapeHtml } from '../../src/http/ui/escape.ts'

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
