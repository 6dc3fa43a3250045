/** Tabs of the case list (办件分类), in the order in which work comes. */
export const caseTabs = [
  'open',
  'waiting',
  'red',
  'yellow',
  'blue',
  'co-overdue',
  'replied',
  'done',
] as const

export type CaseTab = (typeof caseTabs)[number]

type Asked = { state?: string; colour?: string }

/** What a tab asks the list for. */
export function tabQuery(tab: CaseTab): Asked {
  switch (tab) {
    case 'open':
      return {}
    case 'waiting':
      return { state: 'waiting' }
    case 'red':
    case 'yellow':
    case 'blue':
      return { colour: tab }
    case 'co-overdue':
    case 'replied':
    case 'done':
      return { state: tab }
    default:
      return tab satisfies never
  }
}

/** The tab that a query shows; the first for anything else. */
export function tabOf({ state, colour }: Asked): CaseTab {
  return (
    caseTabs.find((tab) => {
      const asked = tabQuery(tab)
      return asked.state === state && asked.colour === colour
    }) ?? 'open'
  )
}
