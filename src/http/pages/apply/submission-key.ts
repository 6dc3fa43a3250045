/** The idempotency key that a form carries (提交编号), or null when it carries none of ours. */
export function submissionKey(given: string | undefined): string | null {
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : null
}
