import { expect, test } from 'vitest'
import { preferred } from '../../../src/http/api/accept.ts'

const forms = new Map([
  ['json', 'application/json'],
  ['html', 'text/html'],
  ['pdf', 'application/pdf'],
] as const)

test.each([
  ['', null],
  ['image/png', null],
  ['*/*', 'json'],
  ['application/json', 'json'],
  ['TEXT/HTML', 'html'],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
  ['text/html;q=0.5, application/json;q=0.9', 'json'],
  ['text/html;q=0', null],
  ['application/json;q=0, text/html', 'html'],
  ['text/html;q=0, */*', 'json'],
  ['text/*', 'html'],
  ['application/*;q=0.2, application/pdf', 'pdf'],
  ['*/*, application/pdf', 'pdf'],
  ['application/pdf, text/html', 'pdf'],
  ['text/html;level=1', 'html'],
  ['text/html;q=nonsense, application/json;q=0.1', 'json'],
])('Accept: %s chooses %s (RFC 9110 12.5.1)', (header, form) => {
  expect(preferred(header, forms)).toBe(form)
})
