/* oxlint-disable typescript/explicit-module-boundary-types -- the object is its own type, read by name everywhere */
type Query = Readonly<Record<string, string | number | null | undefined>>

/** The addresses of the bulletins (简报地址) under an agency's prefix. */
export function bulletinPaths(at: (path: string, query?: Query) => string) {
  return {
    bulletins: (query: Query = {}) => at('/desk/bulletins', query),
    bulletin: (id: string, query: Query = {}) =>
      at(`/desk/bulletins/${encodeURIComponent(id)}`, query),
    bulletinAct: (id: string, action: string) =>
      at(`/desk/bulletins/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    bulletinPaper: (id: string, paper: string) =>
      at(`/desk/bulletins/${encodeURIComponent(id)}/papers/${encodeURIComponent(paper)}`),
    bulletinFindings: (id: string) => at(`/desk/bulletins/${encodeURIComponent(id)}/findings`),
    bulletinFinding: (id: string, finding: string) =>
      at(`/desk/bulletins/${encodeURIComponent(id)}/findings/${encodeURIComponent(finding)}`),
    bulletinMarks: (id: string) => at(`/desk/bulletins/${encodeURIComponent(id)}/marks`),
    bulletinMark: (id: string, mark: string) =>
      at(`/desk/bulletins/${encodeURIComponent(id)}/marks/${encodeURIComponent(mark)}`),
    bulletinObjection: (id: string, agency: string) =>
      at(`/desk/bulletins/${encodeURIComponent(id)}/objections/${encodeURIComponent(agency)}`),
    receivedSheetObjection: (sender: string, bulletin: string) =>
      at(`/desk/received-sheets/${encodeURIComponent(`${sender}.${bulletin}`)}/objection`),
    receivedBulletins: (query: Query = {}) => at('/desk/received-bulletins', query),
    receivedBulletin: (letter: string) =>
      at(`/desk/received-bulletins/${encodeURIComponent(letter)}`),
    receivedFindingAnswer: (sender: string, id: string) =>
      at(`/desk/received-findings/${encodeURIComponent(`${sender}.${id}`)}/answer`),
  }
}
