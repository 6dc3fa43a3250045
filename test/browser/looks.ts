import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** Where to keep pictures, when somebody wants to look. */
const shots = process.env['SHOTS']

/** What every page has to keep: no sideways scrolling, a heading, a title, a language. */
export async function looksRight(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  if (shots !== undefined) {
    await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true })
  }
  const box = await page.locator('body').evaluate((body) => ({
    wide: body.ownerDocument.documentElement.scrollWidth,
    lang: body.ownerDocument.documentElement.lang,
  }))
  expect(box.wide, `${name} at ${width}`).toBeLessThanOrEqual(width)
  expect(box.lang).toBe('zh-CN')
  expect(await page.locator('h1').count(), name).toBe(1)
}

/** The widths at which pages are looked at, px: a desk and an old phone. */
const widths = [1280, 360] as const

/** Looks at an open page at every width, axe included; it is loaded once. */
export async function fitsEveryWidth(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    await looksRight(page, name)
    await checkAxe(page, name)
  }
}

/** Goes on by the keyboard until what has the focus reads `text`. */
export async function tabTo(page: Page, text: string): Promise<void> {
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press('Tab')
    const focused: unknown = await page.evaluate('document.activeElement.textContent.trim()')
    if (focused === text) return
  }
  throw new Error(`the keyboard does not reach ${text}`)
}

/** Asks axe for everything that keeps people out (WCAG 2.2 AA). */
export async function checkAxe(page: Page, name: string): Promise<void> {
  // Handing axe over takes as long as its work.
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    `axe.run({ resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.map((n) => n.html).join(' | ')))`,
  )
  expect(found, name).toEqual([])
}
