import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localPath } from '../../src/http/pages/portal/care-choice.ts'
import { outwardUrl } from '../../src/http/pages/portal/item/source-link.ts'
import { assetVersion } from '../../src/http/ui/asset-version.ts'
import { openHouse, type House } from '../support/house.ts'
import { openDoor, type Door } from '../support/http.ts'

let house: House
let door: Door

beforeAll(async () => {
  house = await openHouse()
  door = openDoor(house)
})

afterAll(() => house.close())

describe('care view (关怀版)', () => {
  test('is remembered in a cookie that scripts cannot read, and goes back', async () => {
    const response = await door.request('east', '/care?on=1&back=%2Fitems%3Fyear%3D2026')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/items?year=2026')
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^yg-care=1; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    const page = await door.request('east', '/', { headers: { cookie: 'yg-care=1' } })
    expect(await page.text()).toContain('<html lang="zh-CN" class="care">')
    const usual = await door.request('east', '/', { headers: { cookie: 'yg-care=0' } })
    expect(await usual.text()).toContain('<html lang="zh-CN">')
  })

  test.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/%5C/../..//evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    '',
  ])('never leads away: %j', (back) => {
    const path = localPath(back, '/')
    const url = new URL(path, 'https://east.gov.test')
    expect(url.origin).toBe('https://east.gov.test')
    expect(path.startsWith('//')).toBe(false)
  })
})

describe('leaving the site (离站提示)', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example/',
    '//a.example',
    'a b',
    'https://user:pw@a.example/',
  ])('refuses %s', async (url) => {
    expect(outwardUrl(url)).toBeNull()
    const response = await door.request('east', `/leave?url=${encodeURIComponent(url)}`)
    expect(response.status).toBe(400)
    expect(await response.text()).not.toContain('继续访问')
  })

  test('shows where a link leads and lets the reader decide', async () => {
    const response = await door.request(
      'east',
      `/leave?url=${encodeURIComponent('https://a.example/?q="x"')}`,
    )
    const html = await response.text()
    expect(response.status).toBe(200)
    expect(html).toContain('即将离开“试验市东县人民政府”网站')
    expect(html).toContain(
      'href="https://a.example/?q=%22x%22" rel="external noopener noreferrer nofollow"',
    )
  })
})

describe('assets', () => {
  const folder = new URL('../../src/http/static/assets/', import.meta.url)
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')

  test('carry the digest of what they are', () => {
    const digest = createHash('sha256')
      .update(read('style.css'))
      .update(read('enhance.js'))
      .update(read('desk.js'))
      .digest('hex')
    expect(assetVersion, 'src/http/ui/asset-version.ts').toBe(digest.slice(0, 12))
  })

  test('stay within their budgets and what old WebViews understand', () => {
    for (const script of ['enhance.js', 'desk.js']) {
      expect([script, read(script).length < 8 * 1024]).toEqual([script, true])
      expect(read(script)).not.toMatch(/=>|\b(?:const|let|async)\b|\?\.|`/)
    }
    expect(read('style.css')).not.toMatch(
      /:has\(|@layer|:is\(|:where\(|:focus-visible|inset:|clamp\(|url\(|@import/,
    )
  })
})
