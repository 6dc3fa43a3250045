import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'

/** The repository these tests stand in. */
export const repository = new URL('../..', import.meta.url).pathname

const parts = [
  'tenants',
  'migrations',
  'wrangler.toml',
  'src/tenancy/registry.generated.ts',
  'src/store/schema-version.generated.ts',
]

/** Copies what the commands read and write into a folder that goes away after the test. */
export function copyRepository(): string {
  const root = temporaryFolder()
  for (const part of parts) cpSync(join(repository, part), join(root, part), { recursive: true })
  return root
}

/** Makes an empty folder that goes away after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenants-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

/** Rewrites a JSON file of a copy: `change` gets the parsed object and may alter it. */
export function edit(root: string, file: string, change: (json: JsonObject) => void): void {
  const path = join(root, file)
  const json: JsonObject = JSON.parse(readFileSync(path, 'utf8'))
  change(json)
  writeFileSync(path, JSON.stringify(json, null, 2))
}

export type JsonObject = { [key: string]: Json }
export type Json = string | number | boolean | null | Json[] | JsonObject

function silent(): void {}

/** Keeps what the commands print out of the test report. */
export function quiet(): void {
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(silent),
    vi.spyOn(console, 'error').mockImplementation(silent),
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
  ]
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
}
