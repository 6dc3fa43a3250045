/** A part of an object, by the place of its first byte and its length. */
export type Part = { offset: number; length: number }

/** The objects of one agency (附件库): every key lies under the agency's own prefix. */
export type FileStore = {
  /** Stores bytes once under a key below `folder` that tells nothing about name or content; answers the key. */
  put(folder: string, digestName: string, bytes: Uint8Array, mediaType: string): Promise<string>
  /** Reads an object of this agency or a part of it, or null; a key outside its prefix is never read. */
  get(key: string, part?: Part): Promise<R2ObjectBody | null>
  /** Lists keys of this agency uploaded before `before` (epoch ms), up to a thousand after `cursor`. */
  list(before: number, cursor?: string): Promise<{ keys: string[]; cursor: string | null }>
  remove(keys: string[]): Promise<void>
}

/** Half of the age at which an object without a row is swept, in ms. */
const renewAfter = 12 * 3_600_000

/** Opens the part of the bucket that belongs to one agency. */
export function openFiles(bucket: R2Bucket, agencyId: string, now: () => number): FileStore {
  const prefix = `${agencyId}/`
  const mine = (key: string): boolean => key.startsWith(prefix)
  return {
    async put(folder, digestName, bytes, mediaType) {
      const key = `${prefix}${folder}/${digestName}`
      const httpMetadata = { contentType: mediaType }
      // Create-once: a repeated try meets its own object and leaves it as it is.
      const made = await bucket.put(key, bytes, { onlyIf: { etagDoesNotMatch: '*' }, httpMetadata })
      const standing = made === null ? await bucket.head(key) : null
      // One that is old may be about to be swept as an orphan: writing it again makes it young.
      // One that was swept between the two looks is gone: then it is written like a new one.
      const isSafe =
        made !== null || (standing !== null && now() - standing.uploaded.getTime() <= renewAfter)
      if (!isSafe) await bucket.put(key, bytes, { httpMetadata })
      return key
    },
    async get(key, part) {
      if (!mine(key)) return null
      return part === undefined ? bucket.get(key) : bucket.get(key, { range: part })
    },
    async list(before, cursor) {
      const page = await bucket.list({ prefix, limit: 1000, ...(cursor ? { cursor } : {}) })
      const keys = page.objects.filter((o) => o.uploaded.getTime() < before).map((o) => o.key)
      return { keys, cursor: page.truncated ? page.cursor : null }
    },
    async remove(keys) {
      const own = keys.filter(mine)
      if (own.length > 0) await bucket.delete(own)
    },
  }
}
