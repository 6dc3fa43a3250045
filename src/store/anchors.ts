/** What an agency's journal came to, day by day, outside its database (锚点): written once, never removed. */
export type AnchorStore = {
  /** Writes the anchor of a day unless there is one; answers whether it was written. */
  write(day: string, text: string): Promise<boolean>
  read(day: string): Promise<string | null>
  /** Days that have an anchor, in order, after a day. */
  daysAfter(day: string, limit: number): Promise<string[]>
}

/** Begins the keys of all anchors; no agency's id begins like this, and a bucket can lock them by it. */
export const anchorPrefix = '_journal-anchors/'

/** Opens the anchors of one agency. */
export function openAnchors(bucket: R2Bucket, agencyId: string): AnchorStore {
  const prefix = `${anchorPrefix}${agencyId}/`
  return {
    async write(day, text) {
      const made = await bucket.put(`${prefix}${day}`, text, {
        onlyIf: { etagDoesNotMatch: '*' },
        httpMetadata: { contentType: 'application/json' },
      })
      return made !== null
    },
    async read(day) {
      const object = await bucket.get(`${prefix}${day}`)
      return object === null ? null : object.text()
    },
    async daysAfter(day, limit) {
      const page = await bucket.list({ prefix, limit, startAfter: `${prefix}${day}` })
      return page.objects.map(({ key }) => key.slice(prefix.length))
    },
  }
}
