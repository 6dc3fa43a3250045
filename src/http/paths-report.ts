/* oxlint-disable typescript/explicit-module-boundary-types -- the object is its own type, read by name everywhere */
type Query = Readonly<Record<string, string | number | null | undefined>>

/** The addresses of annual reports and bulletins at the desk (年报、简报地址) under an agency's prefix. */
export function reportPaths(at: (path: string, query?: Query) => string) {
  return {
    deskReports: (query: Query = {}) => at('/desk/reports', query),
    deskReport: (year: number, query: Query = {}) => at(`/desk/reports/${year}`, query),
    deskReportAct: (year: number, action: string) =>
      at(`/desk/reports/${year}/actions/${encodeURIComponent(action)}`),
    receivedReports: (query: Query = {}) => at('/desk/received-reports', query),
    receivedReport: (letter: string, query: Query = {}) =>
      at(`/desk/received-reports/${encodeURIComponent(letter)}`, query),
    receivedReportAct: (letter: string, action: string) =>
      at(
        `/desk/received-reports/${encodeURIComponent(letter)}/actions/${encodeURIComponent(action)}`,
      ),
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
