/** Writes a moment (epoch ms) as letters and headers do (RFC 5322): Fri, 27 Nov 2026 01:00:00 +0000. */
export function mailDate(instant: number): string {
  return new Date(instant).toUTCString().replace('GMT', '+0000')
}
