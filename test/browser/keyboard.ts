import type { Page } from 'playwright-core'

/** A person at a keyboard: every key press is counted, and there is no mouse. */
export type Keyboard = {
  presses: number
  press(key: string, times?: number): Promise<void>
  /** Types into what has the focus; each character is a press. */
  type(text: string): Promise<void>
  /** Goes on by Tab (or back) until what has the focus is named so. */
  to(name: string, key?: 'Tab' | 'Shift+Tab'): Promise<void>
  /** What has the focus: its text, or the label of a field. */
  focused(): Promise<string>
}

const most = 80

/** The name of what has the focus, as it is read out. */
const nameOf = `(() => {
  const it = document.activeElement
  if (it === null || it === document.body) return ''
  const label = it.labels && it.labels.length > 0 ? it.labels[0].textContent : ''
  return (label || it.getAttribute('aria-label') || it.textContent || '').trim().replace(/\\s+/g, ' ')
})()`

/** Whether what has the focus can be seen to have it: within the window, with an outline or a frame. */
const isSeen = `(() => {
  const it = document.activeElement
  if (it === null || it === document.body) return true
  const box = it.getBoundingClientRect()
  const style = getComputedStyle(it)
  const isHere = box.bottom > 0 && box.top < innerHeight && box.width > 0
  // The parts of a day field draw their own mark.
  if (it.type === 'date') return isHere
  return isHere && (style.outlineStyle !== 'none' || style.boxShadow !== 'none')
})()`

/** Sits down at the keyboard of a window. */
export function keyboardOf(page: Page): Keyboard {
  const focused = async (): Promise<string> => String(await page.evaluate(nameOf))
  const self: Keyboard = {
    presses: 0,
    focused,
    async press(key, times = 1) {
      for (let n = 0; n < times; n += 1) await page.keyboard.press(key)
      self.presses += times
    },
    async type(text) {
      await page.keyboard.type(text)
      self.presses += Array.from(text).length
    },
    async to(name, key = 'Tab') {
      const passed: string[] = []
      for (let n = 0; n < most; n += 1) {
        await self.press(key)
        const at = await focused()
        if (!(await page.evaluate(isSeen))) throw new Error(`focus is not visible on “${at}”`)
        if (at === name || at.startsWith(name)) return
        passed.push(at.slice(0, 12))
      }
      throw new Error(`the keyboard does not reach ${name}: ${passed.join(' | ')}`)
    },
  }
  return self
}
