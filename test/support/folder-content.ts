import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The files below a folder whose names end so, as Latin-1 text. */
export function contentOf(folder: string, end = ''): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(end))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

/** Compacts the databases of a folder, as their operator does while nobody writes. */
export function vacuum(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.sqlite')) continue
    const db = new DatabaseSync(join(entry.parentPath, entry.name))
    db.exec('VACUUM')
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    db.close()
  }
}

/** Of some words of Latin-1 text (eight letters at least), those that stand in a content: one pass for all of them. */
export function standing(content: string, words: readonly string[]): string[] {
  const bytes = Buffer.from(content, 'latin1')
  const byStart = Map.groupBy(words, (word) => Buffer.from(word, 'latin1').readUInt32LE(0))
  const starts = new Uint8Array(65_536)
  for (const start of byStart.keys()) starts[start & 0xff_ff] = 1
  const found = new Set<string>()
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const [low = 0, high = 0] = [bytes[at], bytes[at + 1]]
    if (starts[low | (high << 8)] === 0) continue
    for (const word of byStart.get(bytes.readUInt32LE(at)) ?? []) {
      if (content.startsWith(word, at)) found.add(word)
    }
  }
  return words.filter((word) => found.has(word))
}
