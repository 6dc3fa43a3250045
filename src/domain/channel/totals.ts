import { type Channel, channels } from './channels.data.ts'

/** A figure as the agency's cells hold it. */
export type ChannelCell = { period: string; row: string; col: string; n: number }

/** One month of the totals, with a number for every carrier. */
export type ChannelMonth = { month: string; counts: Record<Channel, number> }

/** The months of a period: itself, or the twelve of a year. */
export function monthsOf(period: string): string[] {
  if (period.length > 4) return [period]
  return Array.from({ length: 12 }, (_, at) => `${period}-${String(at + 1).padStart(2, '0')}`)
}

/** Lays cells out by month and carrier (载体汇总); what was published counts as the website. */
export function layOut(period: string, cells: readonly ChannelCell[]): ChannelMonth[] {
  return monthsOf(period).map((month) => {
    const counts = blank()
    for (const cell of cells) {
      const channel = channelOf(cell)
      if (cell.period === month && channel !== null) counts[channel] += cell.n
    }
    return { month, counts }
  })
}

/** Adds months up. */
export function sumOf(months: readonly ChannelMonth[]): Record<Channel, number> {
  const total = blank()
  for (const { counts } of months) for (const name of channels) total[name] += counts[name]
  return total
}

function channelOf({ row, col }: ChannelCell): Channel | null {
  if (row === 'items' && col === 'published') return 'website'
  return row === 'channel' ? (channels.find((name) => name === col) ?? null) : null
}

function blank(): Record<Channel, number> {
  return {
    website: 0,
    gazette: 0,
    'notice-board': 0,
    screen: 0,
    hotline: 0,
    newspaper: 0,
    broadcast: 0,
    'new-media': 0,
    'press-conference': 0,
    archive: 0,
    'village-board': 0,
    other: 0,
  }
}
