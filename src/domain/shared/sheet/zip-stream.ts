import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A file of an archive; `read` is asked when its turn comes. */
export type ZipPart = { path: string; read: () => Promise<Uint8Array> }

/** Files that are packed already. */
const packed = /\.(?:docx|xlsx|pptx|pdf|jpe?g|png|zip|ofd)$/i
const shanghai = 8 * 3_600_000

/**
 * Writes a ZIP archive as a stream (打包下载): one file at a time stands in memory, whatever all of
 * them weigh; names are UTF-8, times are those of clocks in China.
 */
export function zipStream(parts: Iterable<ZipPart>, at: number): ReadableStream<Uint8Array> {
  const rest = parts[Symbol.iterator]()
  const mtime = at + shanghai
  let zip: Zip
  return new ReadableStream<Uint8Array>({
    start(controller) {
      zip = new Zip((error, chunk, isLast) => {
        if (error !== null) return controller.error(error)
        if (chunk.length > 0) controller.enqueue(chunk)
        if (isLast) controller.close()
      })
    },
    async pull() {
      const next = rest.next()
      if (next.done === true) return zip.end()
      const { path, read } = next.value
      const bytes = await read()
      const entry = packed.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path)
      entry.mtime = mtime
      zip.add(entry)
      entry.push(bytes, true)
    },
    cancel() {
      zip.terminate()
    },
  })
}
