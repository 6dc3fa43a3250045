import { expect, test } from 'vitest'
import { findInfection } from '../../../src/domain/inspection/find-infection.ts'
import { bytesOf } from '../../support/application-form.ts'
import { accepted } from '../../support/sample-files.ts'
import { eicar, par, run, word, zip } from './sample-documents.ts'

test('security 44: the anti-virus test file is found in plain, in base64 at any place, and one archive deep', () => {
  expect(findInfection(bytesOf(eicar))).toBe('eicar')
  for (const before of ['', 'a', 'ab', 'abc', 'abcd']) {
    expect(findInfection(bytesOf(`附件：${btoa(before + eicar)}`))).toBe('eicar')
  }
  expect(findInfection(zip({ 'a.txt': eicar }))).toBe('eicar')
  expect(findInfection(word(par(run('x')), { 'word/media/image1.png': eicar }))).toBe('eicar')
  const far = new Uint8Array(3 * 1024 * 1024).fill(0x20)
  far.set(bytesOf(eicar), 1024 * 1024 - 30)
  expect(findInfection(far)).toBe('eicar')
})

test('security 44: programs and actions that start one are found', () => {
  const program = `MZ\0\0 This program cannot be run in DOS mode.`
  expect(findInfection(word('', { 'word/embeddings/oleObject1.bin': program }))).toBe('program')
  expect(findInfection(bytesOf('%PDF-1.7 <</OpenAction<</S/Launch/F(cmd.exe)>>>>'))).toBe(
    'launch-action',
  )
})

test('security 44: honest files of every kind are clean', () => {
  for (const [name, bytes] of accepted) expect([name, findInfection(bytes)]).toEqual([name, null])
})
