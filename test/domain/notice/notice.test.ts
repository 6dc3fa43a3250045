import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodedWords, writeMail } from '../../../src/domain/notice/mime.ts'
import { adapterFor, contactFor, tellsApplicants } from '../../../src/domain/notice/route.ts'
import { noticeText } from '../../../src/domain/notice/text.ts'
import { lease, mostTries, nextDay, nextTry } from '../../../src/domain/notice/timing.ts'
import { webhookUrlFault } from '../../../src/domain/notice/webhook-url.ts'
import { agencies } from '../../support/agencies.ts'

const [pref] = agencies
if (pref === undefined) throw new Error('no agency')
const off = pref.settings
const both = { ...off, notices: { webhook: 'https://sms.example.cn/in', email: 'a@b.cn' } }

test('notices are off by default, and each contact goes by the adapter that reaches it', () => {
  expect(tellsApplicants(off)).toBe(false)
  expect(contactFor(off, { phone: '1', email: '2' })).toBe(null)
  expect(contactFor(both, { phone: '1', email: '2' })).toBe('phone')
  expect(contactFor(both, { email: '2' })).toBe('email')
  expect(contactFor(both, {})).toBe(null)
  expect(adapterFor(both, 'email')).toBe('email')
  const byMail = { ...off, notices: { email: 'a@b.cn' } }
  expect(contactFor(byMail, { phone: '1' })).toBe(null)
  expect(adapterFor({ ...off, notices: { webhook: 'https://x.cn' } }, 'email')).toBe('webhook')
})

test.each([
  ['https://sms.example.cn/in', null],
  ['https://sms.example.cn:8443/in?a=1', null],
  ['http://sms.example.cn/in', 'not-https'],
  ['ftp://sms.example.cn', 'malformed'],
  ['https://a:b@sms.example.cn', 'malformed'],
  ['https://sms.example.cn/#x', 'malformed'],
  ['sms.example.cn', 'malformed'],
  ['https://127.0.0.1/', 'private'],
  ['https://0x7f.1/', 'private'],
  ['https://2130706433/', 'private'],
  ['https://10.1.2.3/', 'private'],
  ['https://172.20.0.1/', 'private'],
  ['https://192.168.1.1/', 'private'],
  ['https://169.254.169.254/latest/meta-data', 'private'],
  ['https://100.100.100.200/', 'private'],
  ['https://[::1]/', 'private'],
  ['https://[::ffff:10.0.0.1]/', 'private'],
  ['https://[fd00::1]/', 'private'],
  ['https://localhost/', 'private'],
  ['https://localhost./', 'private'],
  ['https://sms/', 'private'],
  ['https://sms.internal/', 'private'],
  ['https://8.8.8.8/', null],
  ['https://[2400:3200::1]/', null],
] as const)('security 75: %s as receiver is %s', (url, fault) => {
  expect(webhookUrlFault(url)).toBe(fault)
})

test('security 75: the operator may let in a host of a private network, that one alone', () => {
  expect(webhookUrlFault('http://127.0.0.1:9000/x', ['127.0.0.1:9000'])).toBe(null)
  expect(webhookUrlFault('http://127.0.0.1:9001/x', ['127.0.0.1:9000'])).toBe('private')
  expect(webhookUrlFault('http://example.cn/x', ['127.0.0.1:9000'])).toBe('not-https')
})

test('security 80: a notice says neither who nor what, and no code that opens anything', () => {
  const { text } = noticeText('东县政府', 'SQ-AAAAA-BBBBB-CCCCC-DDDDD', 'https://e.cn/apply/status')
  expect(text).toBe(
    '【东县政府】您的政府信息公开申请（回执尾号 DDDDD）有新进展，请凭受理回执查询：https://e.cn/apply/status',
  )
})

test('tries come at growing distances and end; a try that hangs is over before its lease', () => {
  const waits = Array.from({ length: mostTries }, (_, n) => nextTry(n + 1, 0))
  expect(waits.at(-1)).toBe(null)
  const growing = waits.slice(0, -1).map(Number)
  expect(growing.toSorted((a, b) => a - b)).toEqual(growing)
  expect(lease).toBeGreaterThan(2 * 10_000)
  expect(nextDay(Date.parse('2026-11-27T23:59:00+08:00'))).toBe(
    Date.parse('2026-11-28T09:00:00+08:00'),
  )
})

test('RFC 2047: Chinese headers come back whole from words of at most 75 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (text) => {
      const words = encodedWords(text).split('\r\n ')
      expect(words.every((word) => word.length <= 75)).toBe(true)
      const decoded = words.map((word) => {
        const bytes = Buffer.from(word.slice('=?utf-8?B?'.length, -2), 'base64')
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
      })
      expect(decoded.join('')).toBe(text.toWellFormed())
    }),
  )
})

test('RFC 5322, 2045: a letter is ASCII in short lines, its text opens again, its id stays', () => {
  const mail = {
    id: 'n1',
    from: { name: '试验市人民政府', address: 'gk@city.gov.example' },
    to: 'someone@example.com',
    subject: '您的政府信息公开申请有新进展',
    text: `${'进展'.repeat(100)}\n第二行`,
    at: Date.parse('2026-11-27T09:00:00+08:00'),
  }
  const raw = writeMail(mail)
  expect(raw).toMatch(/^[\x20-\x7e\r\n]*$/)
  expect(raw.split('\r\n').every((line) => line.length <= 78 && !line.includes('\n'))).toBe(true)
  const [head = '', body = ''] = raw.split('\r\n\r\n')
  expect(head).toContain('Message-ID: <n1@city.gov.example>')
  expect(head).toContain('Date: Fri, 27 Nov 2026 01:00:00 +0000')
  expect(head).toContain('To: <someone@example.com>')
  expect(Buffer.from(body, 'base64').toString()).toBe(mail.text)
  expect(() => writeMail({ ...mail, to: 'a@b.cn\r\nBcc: c@d.cn' })).toThrow('no address')
})
