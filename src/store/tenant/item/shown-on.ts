/**
 * The condition that an item `p` may still be read on the day `?3` (公示期内): between midnight and the next
 * sweep an item is still there whose last day is over.
 */
export const shownOn = '(p.shown_until IS NULL OR p.shown_until >= ?3)'
