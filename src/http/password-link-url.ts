import type { Site } from './app-env.ts'

/**
 * The whole address of a link by which a password is set (设密码链接): below the address under which the
 * agency is registered, whatever host the request named.
 */
export function passwordLinkUrl({ origin }: Pick<Site, 'origin'>, secret: string): string {
  return `${origin}/desk/password?link=${encodeURIComponent(secret)}`
}
