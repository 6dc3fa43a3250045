import { readFile } from 'node:fs/promises'
import { Miniflare } from 'miniflare'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asModule } from '../scripts/runtime/as-module.ts'
import { bundle } from '../scripts/runtime/bundle.ts'
import { agencies } from './support/agencies.ts'

/** What the runtime said of the letters it took. */
const said: string[] = []
let mf: Miniflare
beforeAll(async () => {
  mf = new Miniflare({
    handleStructuredLogs: ({ message }: { message: string }) => {
      said.push(message)
    },
    ...asModule(await bundle('test/support/mail-worker.ts')),
    compatibilityDate: '2026-07-30',
    compatibilityFlags: ['nodejs_compat'],
    email: { send_email: [{ name: 'EMAIL', allowed_sender_addresses: ['gk@east.gov.cn'] }] },
  })
})
afterAll(() => mf.dispose())

/** Sends a letter to an applicant from an agency whose sender is `address`. */
async function send(address: string): Promise<unknown> {
  const east = agencies.find(({ id }) => id === 'east')
  if (east === undefined) throw new Error('no test agency east')
  const agency = { ...east, settings: { ...east.settings, notices: { email: address } } }
  const letter = {
    id: 'n-0001',
    to: 'applicant@example.cn',
    contact: 'email',
    subject: '政府信息公开申请办理进度：您的申请（试东公〔2026〕12号）已经答复',
    text: '请凭回执编号和查询密码查看。\n试验市东县人民政府𠮷',
    at: Date.parse('2026-03-02T09:00:00+08:00'),
  }
  const answer = await mf.dispatchFetch('http://mail.test/', {
    method: 'POST',
    body: JSON.stringify([agency, letter]),
  })
  return answer.json()
}

test('issue 4 section 6: a notice leaves by the platform’s mail binding, which takes it as it is written', async () => {
  expect(await send('gk@east.gov.cn')).toEqual({ ok: true })
  const path = /(\/\S+\.eml)/.exec(said.join('\n'))?.[1]
  const mail = await readFile(path ?? '', 'utf8')
  expect(mail).toMatch(/^From: =\?.+ <gk@east\.gov\.cn>\r\nTo: <applicant@example\.cn>\r\n/)
  expect(mail).toContain('Message-ID: <n-0001@east.gov.cn>')
  const body = mail.split('\r\n\r\n')[1] ?? ''
  expect(Buffer.from(body, 'base64').toString()).toBe(
    '请凭回执编号和查询密码查看。\n试验市东县人民政府𠮷',
  )
})

test('a letter that the platform does not take is tried again, not taken for sent', async () => {
  expect(await send('other@east.gov.cn')).toEqual({ ok: false, why: 'unreachable', final: false })
})
