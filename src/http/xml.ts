/** Characters that XML 1.0 cannot carry at all. */
// oxlint-disable-next-line no-control-regex -- exactly these are meant
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
])

/** Writes text so that it stands in XML as it is, in content or an attribute. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(unwritable, '')
    .replaceAll(/[&<>"']/g, (char) => entities.get(char) ?? char)
}
