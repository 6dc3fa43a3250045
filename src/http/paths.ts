import { reportPaths } from './paths-report.ts'
import { accountPaths } from './paths-account.ts'
import { caseReviewPaths } from './paths-case-review.ts'
import { servicePaths } from './paths-powers.ts'

/* oxlint-disable typescript/explicit-module-boundary-types -- the object is its own type, read by name everywhere */
/** Every address of the product, built from the prefix under which an agency's pages lie. */
export type Paths = ReturnType<typeof pathsUnder>

type Query = Readonly<Record<string, string | number | null | undefined>>

/** Builds the paths of an agency: `base` is '' for a site of its own, '/prefix' for a channel. */
export function pathsUnder(base: string) {
  const at = (path: string, query: Query = {}): string => `${base}${path}${queryText(query)}`
  return {
    base,
    home: () => at('/'),
    guide: () => at('/guide'),
    rules: () => at('/rules'),
    catalog: () => at('/catalog'),
    reports: () => at('/annual-reports'),
    checkReport: (query: Query = {}) => at('/annual-reports/check', query),
    apply: () => at('/apply'),
    applyAnswers: () => at('/apply/answers'),
    applyStart: () => at('/apply/start'),
    applyReceived: () => at('/apply/received'),
    status: () => at('/apply/status'),
    applyDocument: () => at('/apply/document'),
    applyFile: () => at('/apply/file'),
    personalData: (act?: 'copy' | 'corrections' | 'erasures' | 'notices') =>
      at(act === undefined ? '/apply/personal-data' : `/apply/personal-data/${act}`),
    corrections: (query: Query = {}) => at('/desk/corrections', query),
    correctionAct: (id: string, action: string) =>
      at(`/desk/corrections/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    applicantAct: (act: 'withdrawal' | 'correction' | 'complaint') => at(`/apply/${act}`),
    items: (query: Query = {}) => at('/items', query),
    itemsList: (format: 'csv' | 'xlsx', search: string) =>
      `${at(`/items/list.${format}`)}${search}`,
    item: (id: string) => at(`/items/${encodeURIComponent(id)}`),
    itemPrint: (id: string) => at(`/items/${encodeURIComponent(id)}/print`),
    filePreview: (item: string, file: string) =>
      at(`/items/${encodeURIComponent(item)}/files/${encodeURIComponent(file)}/preview`),
    itemDocument: (id: string, format: 'docx' | 'pdf' | 'txt') =>
      at(`/items/${encodeURIComponent(id)}/document.${format}`),
    search: (query: Query = {}) => at('/search', query),
    agencies: () => at('/agencies'),
    statistics: (query: Query = {}) => at('/statistics', query),
    countedItems: (query: Query) => at('/statistics/items', query),
    figure: (query: Query) => at('/statistics/figure', query),
    feed: (query: Query = {}) => at('/feed.xml', query),
    feedAtom: (query: Query = {}) => at('/feed.atom', query),
    feedJson: (query: Query = {}) => at('/feed.json', query),
    feedsOpml: () => at('/feeds.opml'),
    feeds: (query: Query = {}) => at('/feeds', query),
    sitemap: (page?: number) => at('/sitemap.xml', { page }),
    siteMap: () => at('/site-map'),
    help: () => at('/accessibility'),
    care: (on: boolean, back: string) => at('/care', { on: on ? 1 : 0, back }),
    leave: (url: string) => at('/leave', { url }),
    api: (path = '') => at(`/api/v1${path}`),
    apiReference: () => at('/api'),
    apiCall: (call: string) => at(`/api/calls/${call}`),
    desk: () => at('/desk'),
    today: () => at('/desk/today'),
    login: (next?: string, set?: 'password') => at('/desk/login', { next, set }),
    logout: () => at('/desk/logout'),
    cases: (query: Query = {}) => at('/desk/applications', query),
    /** the list of cases, at the line of one of them */
    casesAt: (receipt: string, query: Query = {}) =>
      `${at('/desk/applications', query)}#c-${encodeURIComponent(receipt)}`,
    case: (receipt: string) => at(`/desk/applications/${encodeURIComponent(receipt)}`),
    caseAct: (receipt: string, action: string) =>
      at(`/desk/applications/${encodeURIComponent(receipt)}/actions/${encodeURIComponent(action)}`),
    caseFile: (receipt: string, file: string) =>
      at(`/desk/applications/${encodeURIComponent(receipt)}/files/${encodeURIComponent(file)}`),
    casePackage: (receipt: string) =>
      at(`/desk/applications/${encodeURIComponent(receipt)}/package`),
    caseFiles: (receipt: string) => at(`/desk/applications/${encodeURIComponent(receipt)}/files`),
    caseInspection: (receipt: string, file: string) =>
      at(
        `/desk/applications/${encodeURIComponent(receipt)}/files/${encodeURIComponent(file)}/inspection`,
      ),
    casePublication: (receipt: string) =>
      at(`/desk/applications/${encodeURIComponent(receipt)}/publication`),
    sameRequests: (query: Query = {}) => at('/desk/same-requests', query),
    sameRequest: (id: string, query: Query = {}) =>
      at(`/desk/same-requests/${encodeURIComponent(id)}`, query),
    sameRequestAct: (id: string, action: string) =>
      at(`/desk/same-requests/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    caseInstrument: (receipt: string, document: string) =>
      at(
        `/desk/applications/${encodeURIComponent(receipt)}/instruments/${encodeURIComponent(document)}`,
      ),
    caseIdentity: (receipt: string) =>
      at(`/desk/applications/${encodeURIComponent(receipt)}/identity`),
    ...accountPaths(at),
    ...caseReviewPaths(at),
    retention: (query: Query = {}) => at('/desk/retention', query),
    destruction: (id: string, query: Query = {}) =>
      at(`/desk/retention/${encodeURIComponent(id)}`, query),
    destructionAct: (id: string, action: string) =>
      at(`/desk/retention/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    destructionFile: (id: string, name: string) =>
      at(`/desk/retention/${encodeURIComponent(id)}/certificates/${encodeURIComponent(name)}`),
    seals: (query: Query = {}) => at('/desk/seals', query),
    sealPicture: (id: string) => at(`/desk/seals/${encodeURIComponent(id)}/image`),
    sealAct: (id: string, action: string) =>
      at(`/desk/seals/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    calendar: (query: Query = {}) => at('/calendar', query),
    deskCalendar: (query: Query = {}) => at('/desk/calendar', query),
    newCalendar: (query: Query = {}) => at('/desk/calendar/new', query),
    calendarVersion: (id: string, query: Query = {}) =>
      at(`/desk/calendar/${encodeURIComponent(id)}`, query),
    calendarEdit: (id: string) => at(`/desk/calendar/${encodeURIComponent(id)}/edit`),
    calendarTrial: (id: string) => at(`/desk/calendar/${encodeURIComponent(id)}/trial`),
    calendarAct: (id: string, action: string) =>
      at(`/desk/calendar/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    calendarMoves: (n: number, query: Query = {}) => at(`/desk/calendar/switches/${n}`, query),
    newCase: () => at('/desk/applications/new'),
    imports: () => at('/desk/imports'),
    importsCommit: () => at('/desk/imports/commit'),
    importsRejected: () => at('/desk/imports/rejected.csv'),
    deskItems: (query: Query = {}) => at('/desk/items', query),
    norms: (query: Query = {}) => at('/norms', query),
    normCleanup: (id: string) => at(`/norms/cleanups/${encodeURIComponent(id)}`),
    deskNorms: (query: Query = {}) => at('/desk/norms', query),
    newNorm: () => at('/desk/norms/new'),
    enterNorm: () => at('/desk/norms/entered'),
    deskNorm: (id: string) => at(`/desk/norms/${encodeURIComponent(id)}`),
    normAct: (id: string, action: string) =>
      at(`/desk/norms/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    cleanups: () => at('/desk/cleanups'),
    cleanup: (id: string) => at(`/desk/cleanups/${encodeURIComponent(id)}`),
    cleanupAct: (id: string, action: 'propose' | 'decide') =>
      at(`/desk/cleanups/${encodeURIComponent(id)}/actions/${action}`),
    filings: (query: Query = {}) => at('/desk/filings', query),
    filing: (id: string) => at(`/desk/filings/${encodeURIComponent(id)}`),
    filingAct: (id: string, action: string) =>
      at(`/desk/filings/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    letters: (query: Query = {}) => at('/desk/letters', query),
    letter: (id: string) => at(`/desk/letters/${encodeURIComponent(id)}`),
    letterAnswer: (id: string) => at(`/desk/letters/${encodeURIComponent(id)}/answer`),
    deskCatalog: (query: Query = {}) => at('/desk/catalog', query),
    standardCatalog: (matter?: string) =>
      at('/standard-catalog') + (matter === undefined ? '' : `#${matter}`),
    guideVersions: () => at('/guide/versions'),
    guideVersion: (n: number) => at(`/guide/versions/${n}`),
    deskGuide: () => at('/desk/guide'),
    institution: () => at('/institution'),
    deskInstitution: () => at('/desk/institution'),
    newCard: (kind: string) => at('/desk/institution/new', { kind }),
    card: (id: string) => at(`/desk/institution/${encodeURIComponent(id)}`),
    deskRules: (query: Query = {}) => at('/desk/rules', query),
    newRule: (system?: string) => at('/desk/rules/new', { system }),
    rule: (id: string) => at(`/desk/rules/${encodeURIComponent(id)}`),
    coverage: () => at('/desk/standard-catalog'),
    matterFiling: (query: Query = {}) => at('/desk/standard-catalog/filing', query),
    columnMoves: (query: Query = {}) => at('/desk/catalog/moves', query),
    columnCheck: (column: string) => at(`/desk/catalog/${encodeURIComponent(column)}/checks`),
    clarifications: (query: Query = {}) => at('/clarifications', query),
    clarification: (id: string) => at(`/clarifications/${encodeURIComponent(id)}`),
    clarificationFeed: () => at('/clarifications/feed.xml'),
    deskClarifications: (query: Query = {}) => at('/desk/clarifications', query),
    newClarification: () => at('/desk/clarifications/new'),
    deskClarification: (id: string, query: Query = {}) =>
      at(`/desk/clarifications/${encodeURIComponent(id)}`, query),
    clarificationEdit: (id: string) => at(`/desk/clarifications/${encodeURIComponent(id)}/edit`),
    clarificationAct: (id: string, action: string) =>
      at(`/desk/clarifications/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    ...servicePaths(at),
    kiosk: () => at('/kiosk'),
    gazette: () => at('/gazette'),
    deskChannels: (query: Query = {}) => at('/desk/channels', query),
    channelsCsv: (query: Query = {}) => at('/desk/channels/totals.csv', query),
    itemChannels: (id: string, query: Query = {}) =>
      at(`/desk/items/${encodeURIComponent(id)}/channels`, query),
    removeChannel: (id: string) => at(`/desk/items/${encodeURIComponent(id)}/channels/removals`),
    disputes: (query: Query = {}) => at('/desk/disputes', query),
    newDispute: (query: Query = {}) => at('/desk/disputes/new', query),
    dispute: (id: string, query: Query = {}) =>
      at(`/desk/disputes/${encodeURIComponent(id)}`, query),
    disputeAct: (id: string, action: string) =>
      at(`/desk/disputes/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    disputeFiles: (id: string) => at(`/desk/disputes/${encodeURIComponent(id)}/files`),
    disputeFile: (id: string, file: string) =>
      at(`/desk/disputes/${encodeURIComponent(id)}/files/${encodeURIComponent(file)}`),
    complaints: (query: Query = {}) => at('/desk/complaints', query),
    newComplaint: (query: Query = {}) => at('/desk/complaints/new', query),
    complaint: (id: string, query: Query = {}) =>
      at(`/desk/complaints/${encodeURIComponent(id)}`, query),
    complaintAnswer: (id: string) => at(`/desk/complaints/${encodeURIComponent(id)}/answer`),
    journalSeals: (query: Query = {}) => at('/desk/journal-seals', query),
    incidents: () => at('/desk/incidents'),
    incident: (id: string, query: Query = {}) =>
      at(`/desk/incidents/${encodeURIComponent(id)}`, query),
    incidentAct: (id: string, action: string) =>
      at(`/desk/incidents/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    topics: (query: Query = {}) => at('/topics', query),
    topic: (id: string, query: Query = {}) => at(`/topics/${encodeURIComponent(id)}`, query),
    newTopic: () => at('/topics/new'),
    topicReceived: () => at('/topics/received'),
    topicStatus: () => at('/topics/status'),
    secondTopic: (id: string) => at(`/topics/${encodeURIComponent(id)}/seconds`),
    deskTopics: (query: Query = {}) => at('/desk/topics', query),
    deskTopic: (id: string, query: Query = {}) =>
      at(`/desk/topics/${encodeURIComponent(id)}`, query),
    proposeTopic: (query: Query = {}) => at('/desk/topics/new', query),
    ignoreMiss: () => at('/desk/topics/ignored-terms'),
    topicContact: (id: string) => at(`/desk/topics/${encodeURIComponent(id)}/contact`),
    topicAct: (id: string, action: string) =>
      at(`/desk/topics/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    deskPublished: (query: Query = {}) => at('/desk/items/published', query),
    deskInner: (query: Query = {}) => at('/desk/items/inner', query),
    newItem: () => at('/desk/items/new'),
    deskItem: (id: string) => at(`/desk/items/${encodeURIComponent(id)}`),
    editItem: (id: string) => at(`/desk/items/${encodeURIComponent(id)}/edit`),
    itemAct: (id: string, action: string) =>
      at(`/desk/items/${encodeURIComponent(id)}/actions/${encodeURIComponent(action)}`),
    itemFiles: (id: string) => at(`/desk/items/${encodeURIComponent(id)}/files`),
    deskItemFile: (id: string, file: string) =>
      at(`/desk/items/${encodeURIComponent(id)}/files/${encodeURIComponent(file)}`),
    fileInspection: (id: string, file: string) =>
      at(`/desk/items/${encodeURIComponent(id)}/files/${encodeURIComponent(file)}/inspection`),
    itemEditions: (id: string) => at(`/items/${encodeURIComponent(id)}/editions`),
    itemEdition: (id: string, n: number) =>
      at(`/items/${encodeURIComponent(id)}/editions/${String(n)}`),
    procedure: () => at('/procedure'),
    office: (query: Query = {}) => at('/desk/office', query),
    officeFigure: (query: Query) => at('/desk/office/figure', query),
    officeTree: (query: Query = {}) => at('/desk/office/tree', query),
    officeRanking: (query: Query = {}) => at('/desk/office/ranking', query),
    officeComparison: (query: Query = {}) => at('/desk/office/comparison', query),
    officeHeat: (query: Query = {}) => at('/desk/office/heat', query),
    figures: (query: Query = {}) => at('/desk/figures', query),
    selfInspection: (query: Query = {}) => at('/desk/self-inspection', query),
    selfChecks: (rule: string, query: Query = {}) =>
      at(`/desk/self-inspection/checks/${encodeURIComponent(rule)}`, query),
    strikeSelfCheck: (rule: string) =>
      at(`/desk/self-inspection/checks/${encodeURIComponent(rule)}/struck`),
    months: (query: Query = {}) => at('/desk/months', query),
    indicators: (query: Query = {}) => at('/desk/indicators', query),
    ...reportPaths(at),
    report: (year: number) => at(`/annual-reports/${year}`),
    reportFile: (year: number, format: 'docx' | 'pdf' | 'xlsx') =>
      at(`/annual-reports/${year}.${format}`),
    asset: (name: string) => `/assets/${name}`,
  }
}

/** The search part of an address, with its question mark; what has no value is left out. */
export function queryText(query: Query): string {
  let text = ''
  for (const [key, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    text += `${text === '' ? '?' : '&'}${key}=${encoded(String(value))}`
  }
  return text
}

/** Writes a value as forms do (application/x-www-form-urlencoded). */
function encoded(value: string): string {
  // Most values are ids, and a page has dozens of links.
  if (/^[\w.-]*$/.test(value)) return value
  return encodeURIComponent(value.toWellFormed()).replaceAll(
    /%20|[!'()~]/g,
    (part) => signs[part] ?? part,
  )
}

const signs: Readonly<Record<string, string>> = {
  '%20': '+',
  '!': '%21',
  "'": '%27',
  '(': '%28',
  ')': '%29',
  '~': '%7E',
}
