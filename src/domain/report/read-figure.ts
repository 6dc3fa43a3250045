import type { ProactiveCell } from '../shared/report-proactive.data.ts'
import { formulaMark } from '../shared/sheet/cell-text.ts'
import type { Figure } from './types.ts'

/** What a cell holds instead of a figure that may stand there (E7): text, a negative number, a fraction, too much, a formula. */
export type FigureProblem = 'text' | 'negative' | 'fraction' | 'too-large' | 'formula'

/** A figure read from a cell, and what is wrong with it. */
export type FigureReading = { value: Figure; problem: FigureProblem | null }

const blank = /^(?:[-—–―/\\、.·]*|无|空)$/
const form = /^[+-]?\d+(?:\.\d+)?$/
const unit = /(?:件|起|宗|条|项|个|次|万元|元)$/
/** Digits in groups of three, parted by commas or blanks. */
const grouped = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?=$|\.)/

/** Largest figure that a cell may hold: more than the whole country counts in a year. */
export const mostFigure = 1_000_000_000_000

/**
 * Reads a cell (单元格取数): full-width digits, thousands separators and units are understood, a dash
 * or a stroke is a blank. What is no figure at all reads as a blank with its problem.
 */
export function readFigure(text: string, kind: ProactiveCell): FigureReading {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^[-−]\s*/, '-')
    .replace(unit, '')
    .trim()
    .replace(grouped, (digits) => digits.replaceAll(/[, ]/g, ''))
  if (blank.test(plain.replaceAll(/\s/g, ''))) return { value: null, problem: null }
  if (text === formulaMark) return { value: null, problem: 'formula' }
  if (!form.test(plain)) return { value: null, problem: 'text' }
  // Adding 0 makes 0 of -0.
  const value = Number(plain) + 0
  if (Math.abs(value) > mostFigure) return { value: null, problem: 'too-large' }
  if (kind === 'change') return { value, problem: null }
  if (value < 0) return { value, problem: 'negative' }
  return { value, problem: kind === 'count' && !Number.isInteger(value) ? 'fraction' : null }
}

/** Tells whether a text of a table is a figure, one that is yet to be computed, or left blank. */
export function isFigureText(text: string): boolean {
  return text === formulaMark || readFigure(text, 'change').problem === null
}
