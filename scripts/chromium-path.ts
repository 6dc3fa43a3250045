import { existsSync } from 'node:fs'

const shell = '/usr/bin/chromium-headless-shell'

/**
 * Which Chromium the tests open (无界面浏览器): the one that the environment variable CHROMIUM names, else the
 * one without windows, which does the same pages with a third of the work, else the usual one.
 */
export function chromiumPath(): string {
  return process.env['CHROMIUM'] ?? (existsSync(shell) ? shell : '/usr/bin/chromium')
}
