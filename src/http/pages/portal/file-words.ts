/** Size of a file in words: bytes, KB or MB with one digit after the point. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** Kind of a file as readers know it: its ending in capitals, or the tail of its media type. */
export function fileType(name: string, mediaType: string): string {
  const ending = /\.([0-9a-z]{1,5})$/i.exec(name)?.[1]
  return (ending ?? mediaType.split('/').at(-1) ?? '').toUpperCase()
}
