import { fileURLToPath } from 'node:url'
import { build, type BuildOptions, type Plugin } from 'esbuild'
import { bundleOnce } from './kept-bundle.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Bundles a Worker entry of this repository into one module, as the deployment does; `registry`
 * stands in for the generated one where the agencies are invented. A bundle whose sources have not
 * changed is not made again.
 */
export function bundle(entry: string, registry?: string): Promise<string> {
  return bundleOnce(root, [entry, registry ?? null, settings], async () => {
    const { outputFiles, metafile } = await build({
      ...settings,
      entryPoints: [entry],
      absWorkingDir: root,
      write: false,
      metafile: true,
      plugins: registry === undefined ? [] : [otherRegistry(registry)],
    })
    const [file] = outputFiles
    if (file === undefined) throw new Error(`nothing was bundled from ${entry}`)
    return { text: file.text, sources: Object.keys(metafile.inputs) }
  })
}

const settings = {
  bundle: true,
  format: 'esm',
  target: 'es2024',
  platform: 'browser',
  conditions: ['workerd', 'worker', 'browser'],
  external: ['node:*', 'cloudflare:*'],
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  minify: true,
  keepNames: false,
  logLevel: 'error',
} satisfies BuildOptions

function otherRegistry(contents: string): Plugin {
  return {
    name: 'other-registry',
    setup(setting) {
      setting.onLoad({ filter: /[\\/]tenancy[\\/]registry\.generated\.ts$/ }, () => {
        return { contents, loader: 'ts' }
      })
    },
  }
}
