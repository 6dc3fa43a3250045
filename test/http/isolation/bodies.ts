/** What a route of the desk wants to hear before it looks anything up; others are sent nothing. */
const wanted: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'POST /desk/items/:id/matters': { matters: [] },
  'POST /desk/bulletins/:bulletin/findings/:finding': { step: 'close' },
  'POST /desk/items/:id/autosave': { version: 1, fields: { title: '试' } },
  'POST /desk/items/:id/edit': { title: '试', version: '1' },
  'PATCH /desk/rules/:id': rule(),
  'POST /desk/rules/:id': rule(),
  'PATCH /desk/institution/:id': card(),
  'POST /desk/institution/:id': { ...card(), place: '1' },
}

/** Routes that take a file. */
const filing = new Set([
  'POST /desk/applications/:receipt/files',
  'POST /desk/items/:id/files',
  'POST /desk/disputes/:dispute/files',
])

/** The body of a request by the route's name: JSON text, or a form, which carries a file where one is taken. */
export function bodyOf(name: string, isJson: boolean): string | FormData {
  const said = wanted[name] ?? {}
  const takesFile = filing.has(name)
  if (isJson && !takesFile) return JSON.stringify(said)
  const form = new FormData()
  for (const [key, value] of Object.entries(said)) form.append(key, String(value))
  if (takesFile) form.append('file', new File(['试'], '试.txt', { type: 'text/plain' }))
  return form
}

function rule(): Record<string, unknown> {
  const [issuedOn, fromOn] = ['2026-01-05', '2026-01-05']
  return { system: 'responsibility', title: '试', edition: '第一版', issuedOn, fromOn }
}

function card(): Record<string, unknown> {
  return { kind: 'leader', name: '试', place: 1, fromOn: '2026-01-05', post: '长', duties: '全面' }
}
