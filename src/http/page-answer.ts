import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from './app-env.ts'
import { securedHeaders } from './middleware/security-headers.ts'

/**
 * Answers a public page that holds nothing personal (公开页面): anyone may keep it, but asks again
 * each time, so that what was withdrawn is gone at once. It differs by the care cookie alone, and
 * carries no header of its own.
 */
export function answerPage(
  c: Context<AppEnv>,
  page: JSX.Element,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  if (status === 200) return open(page)
  c.header('cache-control', 'no-store')
  c.header('vary', 'cookie')
  return c.html(page, status)
}

// Written once: what a page sends beside its text is the same for all of them.
const shared = securedHeaders({
  'content-type': 'text/html; charset=UTF-8',
  'cache-control': 'public, no-cache',
  vary: 'cookie',
})

async function open(page: JSX.Element): Promise<Response> {
  // oxlint-disable-next-line typescript/no-base-to-string -- a component's text is its HTML, and none waits
  return new Response(String(await page), { headers: shared })
}

/** Answers a page with a form or personal data (表单和个人信息页面): nobody keeps it. */
export function answerPrivatePage(
  c: Context<AppEnv>,
  page: JSX.Element,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  c.header('cache-control', 'no-store')
  return c.html(page, status)
}
