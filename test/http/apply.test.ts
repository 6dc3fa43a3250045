import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, openHouse } from '../support/house.ts'
import { type Door, openDoor } from '../support/http.ts'
import { applyByForm, goodForm, readable, visit } from './desk-door.ts'

let house: House
let door: Door
beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
})
afterAll(() => house.close())

let number = 0
const fresh = (): string => `submission-test-${(number += 1)}`

describe('the application form (条例第29条, PIPL 17)', () => {
  test('asks for what article 29 names and nothing more, and says why', async () => {
    const html = await (await visit(door, 'east').get('/apply')).text()
    const names = new Set([...html.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name))
    const head = [
      'viewport',
      'SiteName',
      'SiteDomain',
      'SiteIDCode',
      'ColumnName',
      'ColumnDescription',
      'ColumnKeywords',
      'ColumnType',
    ]
    for (const name of [...head, 'q']) names.delete(name)
    expect(names).toEqual(
      new Set([
        'applicant.address',
        'applicant.class',
        'applicant.email',
        'applicant.idNumber',
        'applicant.idType',
        'applicant.name',
        'applicant.phone',
        'applicant.postcode',
        'as',
        'authorisation',
        'comment',
        'delivery.form',
        'delivery.route',
        'files',
        'opened',
        'representative.idNumber',
        'representative.idType',
        'representative.name',
        'representative.phone',
        'request.description',
        'request.docNumber',
        'request.subject',
        'submission',
      ]),
    )
    const text = readable(html)
    expect(text).toContain('申请政府信息不需要说明用途')
    expect(text).toContain('《个人信息保护法》')
    expect(text).toContain('信访')
    // Row 41: asked first, answered by links, and the form stands below (条例第39条).
    const links = ['#application', 'tel:12345', 'https://wsxf.gjxfj.gov.cn/']
    for (const href of links) expect(html).toContain(`href="${href}"`)
    expect(html.indexOf('您要办的是哪一件事')).toBeLessThan(html.indexOf('提交申请</button>'))
  })

  test('for organisations asks credit code, legal representative and contact', async () => {
    const html = await (await visit(door, 'east').get('/apply?as=organisation')).text()
    for (const name of ['creditCode', 'legalRepresentative', 'contactName']) {
      expect(html).toContain(`name="applicant.${name}"`)
    }
    expect(html).not.toContain('name="applicant.idNumber"')
    expect(html).toContain('商业企业')
  })

  test('gives a slip after a redirect; a reload submits nothing, nothing secret is in an address', async () => {
    const visitor = visit(door, 'east')
    const sent = await visitor.post('/apply', { ...goodForm, submission: fresh() })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe('/apply/received')
    const before = (await house.rows('east', 'application')).length
    const pages = [await visitor.get('/apply/received'), await visitor.get('/apply/received')]
    for (const page of pages) {
      expect(page.headers.get('cache-control')).toBe('no-store')
      expect(readable(await page.text())).toMatch(
        /回执编号 SQ-[0-9A-Z-]{23} .*查询密码 [0-9A-Z]{4}-/,
      )
    }
    expect((await house.rows('east', 'application')).length).toBe(before)
    for (const cookie of sent.headers.getSetCookie()) {
      expect(cookie).toMatch(/^__Host-yg-slip-east=[^;]+;.*Max-Age=600/)
      expect(cookie).toMatch(/HttpOnly/)
      expect(cookie).not.toMatch(/SQ-/)
    }
  })

  test('shows no slip to another browser, after ten minutes, or for another agency’s cookie', async () => {
    expect((await visit(door, 'east').get('/apply/received')).status).toBe(404)
    const visitor = visit(door, 'east')
    await visitor.post('/apply', { ...goodForm, submission: fresh() })
    const sealed = visitor.cookies.get('__Host-yg-slip-east') ?? ''
    const late = visit(openDoor(house, { at: () => Date.now() + 10 * 60_000 + 1000 }), 'east')
    late.cookies.set('__Host-yg-slip-east', sealed)
    expect((await late.get('/apply/received')).status).toBe(404)
    const other = visit(door, 'west')
    other.cookies.set('__Host-yg-slip-west', sealed)
    expect((await other.get('/apply/received')).status).toBe(404)
  })

  test('the same form sent twice is one application', async () => {
    const submission = fresh()
    const before = (await house.rows('east', 'application')).length
    for (let n = 0; n < 2; n += 1) {
      const sent = await visit(door, 'east').post('/apply', { ...goodForm, submission })
      expect(sent.status).toBe(303)
    }
    expect((await house.rows('east', 'application')).length).toBe(before + 1)
  })
})

describe('a refused form (GB/T 37668, WCAG 3.3)', () => {
  const faults: readonly [string, Record<string, string>, string][] = [
    ['name', { 'applicant.name': '' }, 'applicant-name'],
    [
      'identity number with a wrong check digit',
      { 'applicant.idNumber': '110105194912310021' },
      'applicant-idNumber',
    ],
    ['no way to reach the applicant', { 'applicant.phone': '' }, 'applicant-phone'],
    ['telephone', { 'applicant.phone': '打给我' }, 'applicant-phone'],
    ['e-mail for a reply by e-mail', { 'delivery.route': 'email' }, 'applicant-email'],
    ['subject', { 'request.subject': ' ' }, 'request-subject'],
    ['subject too long', { 'request.subject': '长'.repeat(201) }, 'request-subject'],
    ['carrier', { 'delivery.form': 'telepathy' }, 'delivery-form'],
  ]
  test.each(faults)(
    '%s: a sentence beside the field, and everything typed stays',
    async (_, wrong, id) => {
      const fields = { ...goodForm, submission: fresh(), ...wrong }
      const response = await visit(door, 'east').post('/apply', fields)
      expect(response.status).toBe(422)
      const html = await response.text()
      expect(html).toContain(`id="f-${id}-error"`)
      expect(html).toContain(`href="#f-${id}"`)
      expect(html).toMatch(new RegExp(`aria-describedby="[^"]*f-${id}-error`))
      const kept = { 'applicant.name': '买买提·吐尔逊', ...wrong }
      if (kept['applicant.name'] !== '') expect(html).toContain('value="买买提·吐尔逊"')
      expect(html).toContain('包括补偿标准\n和发放清单</textarea>')
    },
  )

  test('names the files that have to be chosen again, and what is wrong with one', async () => {
    const response = await visit(door, 'east').post('/apply', {
      ...goodForm,
      submission: fresh(),
      files: [new File(['MZ\0\0'], '身份证.exe'), new File(['说明'], '说明.txt')],
    })
    expect(response.status).toBe(422)
    const text = readable(await response.text())
    expect(text).toContain('您刚才选择的附件需要重新选择： 身份证.exe 说明.txt')
    expect(text).toContain('身份证.exe：')
  })

  test.each([
    ['too many files', Array.from({ length: 6 }, (_, n) => new File([`第${n}份`], `${n}.txt`))],
    ['a file with the wrong content', [new File(['not a pdf'], 'a.pdf')]],
  ])('%s', async (_, files) => {
    const response = await visit(door, 'east').post('/apply', {
      ...goodForm,
      submission: fresh(),
      files,
    })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('id="f-files-error"')
  })

  test('shows hostile text as it was typed and runs nothing of it', async () => {
    const nasty = `"><script>alert(1)</script><img src=x onerror=alert(1)>&lt;b&gt;'`
    const response = await visit(door, 'east').post('/apply', {
      ...goodForm,
      'applicant.name': nasty,
      'request.description': `</textarea>${nasty}`,
      'request.subject': '',
    })
    const html = await response.text()
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('<img src=x')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(readable(html.replaceAll('&lt;b', '§').replaceAll('&amp;lt;b', '§'))).toContain('§')
  })

  test.each([
    ['an empty body', ''],
    ['a broken multipart body', '--x\r\nContent-Disposition: form-data; name="as"\r\n'],
  ])('%s is refused, not a crash', async (_, body) => {
    const response = await door.request('east', '/apply', {
      method: 'POST',
      body,
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        origin: 'https://east.gov.test',
      },
    })
    expect([400, 422]).toContain(response.status)
  })

  test('six submissions in ten minutes are too many, and the form still keeps its text', async () => {
    const strict = openDoor(house, { limits: true })
    const answers: Response[] = []
    for (let n = 0; n < 6; n += 1) {
      const visitor = visit(strict, 'purse', '192.0.2.7')
      answers.push(await visitor.post('/apply', { ...goodForm, submission: fresh() }))
    }
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429])
    const last = answers[5]
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await last?.text()).toContain('value="买买提·吐尔逊"')
  })
})

test('a machine gets the form back with its text; whoever sends it again is let through (security 21)', async () => {
  let now = Date.parse('2026-03-04T09:00:00+08:00')
  const strict = openDoor(house, { limits: true, at: () => now })
  const visitor = visit(strict, 'west', '192.0.2.9')
  const html = await (await visitor.get('/apply')).text()
  const opened = /name="opened" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const sent = { ...goodForm, submission: fresh(), opened }
  for (const wrong of [{}, { comment: 'buy' }, { opened: '1.x' }]) {
    const answer = await visitor.post('/apply', { ...sent, ...wrong })
    expect(answer.status).toBe(422)
    const again = await answer.text()
    expect(again).toContain('请再点一次“提交申请”')
    expect(again).toContain('value="买买提·吐尔逊"')
    expect(again).not.toContain('value="buy"')
  }
  expect(await house.rows('west', 'application')).toHaveLength(0)
  now += 1000
  expect((await visitor.post('/apply', { ...sent, comment: '' })).status).toBe(303)
})

describe('status and withdrawal (条例第29条, PIPL 44-47)', () => {
  test('shows state and history to who has receipt and password, however they are typed', async () => {
    const { receipt, secret } = await applyByForm(house, door, 'river', { submission: fresh() })
    const typed = receipt.toLowerCase().replaceAll('-', ' ')
    const response = await visit(door, 'river').post('/apply/status', {
      receipt: typed,
      secret: secret.toLowerCase(),
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    const text = readable(await response.text())
    expect(text).toContain('已收到')
    expect(text).toMatch(/答复期限 \d{4}-\d{2}-\d{2}/)
    expect(text).toContain('期限是怎样算出来的')
    expect(text).toContain('第 20 个工作日')
  })

  test('wrong receipt, wrong password and nonsense are answered alike', async () => {
    const { receipt, secret } = await applyByForm(house, door, 'river', { submission: fresh() })
    const pairs = [
      { receipt, secret: '0000-0000-0000-0000' },
      { receipt: 'SQ-00000-00000-00000-00000', secret },
      { receipt: '<script>', secret: '' },
      { receipt: '', secret: '' },
    ]
    for (const pair of pairs) {
      const response = await visit(door, 'river').post('/apply/status', pair)
      expect(response.status).toBe(422)
      expect(readable(await response.text())).toContain('回执编号或者查询密码不对')
    }
    const elsewhere = await visit(door, 'east').post('/apply/status', { receipt, secret })
    expect(elsewhere.status).toBe(422)
  })

  test('withdraws only what was confirmed, once', async () => {
    const { receipt, secret } = await applyByForm(house, door, 'river', { submission: fresh() })
    const visitor = visit(door, 'river')
    const unsure = await visitor.post('/apply/withdrawal', { receipt, secret })
    expect(unsure.status).toBe(422)
    expect(await unsure.text()).toContain('id="f-sure-error"')
    const wrong = await visitor.post('/apply/withdrawal', {
      receipt,
      secret: '0000-0000-0000-0000',
      sure: 'yes',
    })
    expect(readable(await wrong.text())).toContain('回执编号或者查询密码不对')
    const done = await visitor.post('/apply/withdrawal', { receipt, secret, sure: 'yes' })
    expect(readable(await done.text())).toContain('申请人已撤回')
    const again = await visitor.post('/apply/withdrawal', { receipt, secret, sure: 'yes' })
    expect(again.status).toBe(200)
    const events = (await house.rows('river', 'event')).filter(
      (row) => row['entity_id'] === receipt,
    )
    expect(events.filter((row) => row['kind'] === 'application.withdrawn')).toHaveLength(1)
  })
})
