/** Why an address cannot be a receiver (通知接口地址): no address, not https, or within a private network. */
export type WebhookUrlFault = 'malformed' | 'not-https' | 'private'

/**
 * Judges the address of a receiver of notices: https without user, password or fragment, and no
 * address of a private network; `allowed` are the hosts (with their port where it is not the usual
 * one) of private networks that the operator of the machine lets in, also by http. Names are judged
 * as they are written: what they resolve to is for the operator's network.
 */
export function webhookUrlFault(
  text: string,
  allowed: readonly string[] = [],
): WebhookUrlFault | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') {
    return 'malformed'
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'malformed'
  if (allowed.includes(url.host)) return null
  if (isPrivateHost(url.hostname)) return 'private'
  return url.protocol === 'https:' ? null : 'not-https'
}

/** Whether a host, as URL writes it, lies in a private or special network (内网地址). */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/\.$/, '')
  if (host.startsWith('[')) return !/^\[[23]/.test(host)
  if (/^\d+(?:\.\d+){3}$/.test(host)) {
    const at = address(host)
    return privateRanges.some(([from, to]) => at >= address(from) && at <= address(to))
  }
  if (!host.includes('.')) return true
  return /\.(?:localhost|local|internal|lan|home|corp|arpa)$/.test(host)
}

/** Ranges that no receiver on the Internet has (RFC 6890), from the first to the last address. */
const privateRanges = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.2.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['224.0.0.0', '255.255.255.255'],
] as const

function address(text: string): number {
  return text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}
