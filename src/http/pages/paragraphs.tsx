import type { JSX } from 'hono/jsx/jsx-runtime'

/** Plain text as paragraphs (段落), one per line, exactly as typed. */
export function paragraphs(text: string): JSX.Element {
  return (
    <div class="typed">
      {text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => (
          <p>{line}</p>
        ))}
    </div>
  )
}
