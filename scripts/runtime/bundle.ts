import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Bundles a Worker entry of this repository into one module, as the deployment does; `registry`
 * stands in for the generated one where the agencies are invented.
 */
export async function bundle(entry: string, registry?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
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
    plugins: registry === undefined ? [] : [otherRegistry(registry)],
  })
  const [file] = outputFiles
  if (file === undefined) throw new Error(`nothing was bundled from ${entry}`)
  return file.text
}

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
