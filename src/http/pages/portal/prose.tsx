import type { JSX } from 'hono/jsx/jsx-runtime'
import type { GuideSection } from '../../ui/words/guide.ts'

/** A section of plain text: heading, paragraphs, points. */
export function ProseSection({ section }: { section: GuideSection }): JSX.Element {
  const { heading, paragraphs, points } = section
  return (
    <section>
      <h2>{heading}</h2>
      {paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      {points.length === 0 ? null : (
        <ul>
          {points.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
