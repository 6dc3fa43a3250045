/** A file on its way out. */
export type FileOut = {
  name: string
  mediaType: string
  /** null where it is made as it goes */ bytes: number | null
  body: ReadableStream | Uint8Array<ArrayBuffer>
}

/**
 * Answers a stored file (下载文件): always as a download, in a sandbox, under the media type of its
 * content; the name in RFC 5987 form with an ASCII twin.
 */
export function fileResponse(
  { name, mediaType, bytes, body }: FileOut,
  cacheControl = 'no-store',
  status: 200 | 206 = 200,
): Response {
  const charset = mediaType.startsWith('text/') ? '; charset=utf-8' : ''
  return new Response(body, {
    status,
    headers: {
      'content-type': `${mediaType}${charset}`,
      ...(bytes === null ? {} : { 'content-length': String(bytes) }),
      'content-disposition': disposition(name),
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': cacheControl,
    },
  })
}

/** Writes a Content-Disposition with the name as UTF-8 and as ASCII (RFC 6266, RFC 5987). */
export function disposition(name: string): string {
  const ascii = name.replaceAll(/[^A-Za-z0-9._ -]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*!]/g,
    (char) => `%${char.codePointAt(0)?.toString(16).toUpperCase() ?? ''}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
