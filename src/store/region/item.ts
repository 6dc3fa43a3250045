/** A published item as the region keeps it; `version` is the journal position it was read at. */
export type RegionItem = {
  itemId: string
  version: number
  indexNumber: string
  docNumber: string | null
  title: string
  issuer: string
  writtenOn: string | null
  publishedAt: number
  category: string
  theme: string | null
  genre: string | null
  validity: string
  attribute: string
  summary: string | null
  body: string
  /** words inside its attachments */ filesText?: string | null
  kind: string
  /** JSON of what lists show of it, masked */ listed: string | null
  /** last day before the public */ shownUntil: string | null
}

/** What the region's index is made from: the row, its filters and its search text. */
export type IndexedItem = RegionItem & { minute: number; facets: string; grams: string }

/** An item that the public may no longer read, and the journal position that says so. */
export type GoneItem = { itemId: string; version: number }
