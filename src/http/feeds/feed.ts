import type { ItemRow } from '../../usecases/item/item-view.ts'

/** A feed (订阅源) whatever its form: addresses are absolute, items newest first. */
export type Feed = {
  title: string
  description: string
  /** page that shows the same list */
  home: string
  /** stable address of the feed itself */
  self: string
  author: string
  items: readonly ItemRow[]
}

/** Address of an item on the pages of the agency that published it. */
export function itemLink({ agency, id }: Pick<ItemRow, 'agency' | 'id'>): string {
  return `${agency.origin}/items/${encodeURIComponent(id)}`
}

/** What a feed says of an item: its summary, or number and issuer. */
export function itemNote({ summary, docNumber, issuer }: ItemRow): string {
  return summary ?? [docNumber, issuer].filter(Boolean).join(' ')
}
