/** What Miniflare needs to run a bundle as it stands; given as `script`, it is parsed for seconds in search of imports. */
export function asModule(contents: string): {
  modules: { type: 'ESModule'; path: string; contents: string }[]
} {
  return { modules: [{ type: 'ESModule', path: 'worker.mjs', contents }] }
}
