/** Kinds of bulletins (简报种类): 月小结, 季通报, 半年考核, 自查报告. */
export const bulletinKinds = [
  'monthly-summary',
  'quarterly-circular',
  'half-year-assessment',
  'self-inspection',
] as const
export type BulletinKind = (typeof bulletinKinds)[number]

/** What a kind of bulletin is made of and when. */
export type KindOfBulletin = {
  /** months that it covers */
  months: 1 | 3 | 6
  /** name of the kind, which stands in its title */
  name: string
  /** word of its number, as in 通报〔2026〕3号 */
  mark: string
  /** about the agencies below with the office itself, or about the agency alone */
  scope: 'below' | 'own'
  /** whether only offices with agencies below make it */
  officesOnly: boolean
  /** days from the closing of the last month until it is generated, where the settings name no day */
  daysAfterClosing: number
}

/** The kinds of bulletins as data (月小结、季通报、半年考核; 自查报告 once a quarter). */
export const kindsOfBulletin: Readonly<Record<BulletinKind, KindOfBulletin>> = {
  'monthly-summary': {
    months: 1,
    name: '月小结',
    mark: '小结',
    scope: 'below',
    officesOnly: false,
    daysAfterClosing: 2,
  },
  'quarterly-circular': {
    months: 3,
    name: '季通报',
    mark: '通报',
    scope: 'below',
    officesOnly: true,
    daysAfterClosing: 5,
  },
  'half-year-assessment': {
    months: 6,
    name: '半年考核表',
    mark: '考核',
    scope: 'below',
    officesOnly: true,
    daysAfterClosing: 10,
  },
  'self-inspection': {
    months: 3,
    name: '自查报告',
    mark: '自查',
    scope: 'own',
    officesOnly: false,
    daysAfterClosing: 2,
  },
}

/** The kinds that an agency makes (本机关的简报): all with agencies below, else its own two. */
export function kindsFor(hasBelow: boolean): BulletinKind[] {
  return bulletinKinds.filter((kind) => hasBelow || !kindsOfBulletin[kind].officesOnly)
}

/** Tells a kind of bulletin from other words. */
export function isBulletinKind(word: string): word is BulletinKind {
  return bulletinKinds.some((kind) => kind === word)
}
