/** What stands in some fields of a form, as a browser would send it back. */
export function fieldsOf(html: string, names: readonly string[]): Record<string, string> {
  const inputs = html.matchAll(/<input[^>]*\sname="([^"]+)"[^>]*\svalue="([^"]*)"/g)
  const areas = html.matchAll(/<textarea[^>]*\sname="([^"]+)"[^>]*>\n?([^<]*)</g)
  return Object.fromEntries(
    [...inputs, ...areas]
      .filter(([, name = '']) => names.includes(name))
      .map(([, name = '', value = '']) => [name, plain(value)]),
  )
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
