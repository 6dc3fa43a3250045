import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { AppEnv } from './app-env.ts'

/**
 * Answers a public page that holds nothing personal (公开页面): anyone may keep it, but asks again
 * each time, so that what was withdrawn is gone at once. It differs by the care cookie alone.
 */
export function answerPage(
  c: Context<AppEnv>,
  page: JSX.Element,
  status: ContentfulStatusCode = 200,
): Response | Promise<Response> {
  c.header('cache-control', status === 200 ? 'public, no-cache' : 'no-store')
  c.header('vary', 'cookie')
  return c.html(page, status)
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
