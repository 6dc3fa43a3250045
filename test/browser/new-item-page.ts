import type { Page } from 'playwright-core'
import { password } from '../http/desk-door.ts'
import type { PortalSite } from './portal-site.ts'

/** Logs the officer 编 of the county in and opens the form of a new item. */
export async function toNewItem(page: Page, site: PortalSite): Promise<Page> {
  await page.goto(site.url('east', '/desk/login'))
  await page.fill('[name=username]', 'bian')
  await page.fill('[name=password]', password)
  await page.click('main button[type=submit]')
  await page.goto(site.url('east', '/desk/items/new'))
  return page
}
