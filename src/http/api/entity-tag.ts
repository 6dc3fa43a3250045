/**
 * Tag of a text for a second visit (ETag): two mixed 32-bit sums over its UTF-16 units. It tells
 * versions of one answer apart and guards nothing, so it need not withstand an attacker.
 */
export function entityTag(text: string): string {
  let a = 0xde_ad_be_ef
  let b = 0x41_c6_ce_57
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 0x9e_37_79_b1)
    b = Math.imul(b ^ unit, 0x5f_35_64_95)
  }
  a = Math.imul(a ^ (a >>> 16), 0x85_eb_ca_6b) ^ Math.imul(b ^ (b >>> 13), 0xc2_b2_ae_35)
  b = Math.imul(b ^ (b >>> 16), 0x85_eb_ca_6b) ^ Math.imul(a ^ (a >>> 13), 0xc2_b2_ae_35)
  return `"${hex(a)}${hex(b)}${text.length.toString(16)}"`
}

/** Tells whether a visitor has the version with this tag already (If-None-Match); `*` is any version. */
export function isKnown(asked: string | undefined, tag: string): boolean {
  const tags = asked?.split(',').map((part) => part.trim().replace(/^W\//, '')) ?? []
  return tags.some((one) => one === tag || one === '*')
}

function hex(sum: number): string {
  return (sum >>> 0).toString(16).padStart(8, '0')
}
