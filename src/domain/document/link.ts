const allowed = /^(?:https?:\/\/[^\s<>"'`\\@]+|mailto:[^\s<>"'`\\]+|tel:[+\d-]+)$/i

/**
 * A link that may be kept (超链接): http, https, mailto or tel with a whole address; null for
 * scripts, data, paths of another site and everything that could hide where it leads.
 */
export function linkOf(href: string): string | null {
  const text = href.trim()
  const whole = text.startsWith('//') ? `https:${text}` : text
  return whole.length <= 2000 && allowed.test(whole) && whole.isWellFormed() ? whole : null
}
