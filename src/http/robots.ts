import type { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'

/** Mounts the rules for robots (robots.txt): everything public may be read, desk and personal pages not. */
export function mountRobots(app: Hono<AppEnv>): void {
  app.get('/robots.txt', (c) => {
    const { base, origin } = c.get('site')
    const closed = ['/desk', '/apply/status', '/search', '/leave', '/care', '/api/v1/desk']
    const lines = [
      'User-agent: *',
      ...closed.map((path) => `Disallow: ${base}${path}`),
      `Sitemap: ${origin}/sitemap.xml`,
    ]
    return c.body(`${lines.join('\n')}\n`, 200, {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, no-cache',
    })
  })
}
