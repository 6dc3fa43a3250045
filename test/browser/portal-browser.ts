import { chromium, type Browser } from 'playwright-core'
import { chromiumPath } from '../../scripts/chromium-path.ts'

let shared: Promise<Browser> | null = null

/**
 * The machine's Chromium, quiet and without its own errands; `*.localhost` leads to this machine. It is
 * started once for all files of this process: a start costs as much as a dozen pages.
 */
export async function openBrowser(): Promise<Browser> {
  if (shared === null || !(await shared).isConnected()) shared = launch()
  return shared
}

/** Closes every window that a file opened; the browser stays for the next file. */
export async function leaveBrowser(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) await context.close()
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP *.localhost 127.0.0.1',
    ],
  })
}
