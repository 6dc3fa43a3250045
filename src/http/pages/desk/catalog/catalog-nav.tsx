import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { AppEnv } from '../../../app-env.ts'
import { catalogNav } from '../../../ui/words/catalog.ts'

/** Places of the catalogue room on the desk. */
type Place = keyof typeof catalogNav.places

/** The ways within the catalogue room (目录工作): examination, moves, standard catalogue, guide, rules, people. */
export function CatalogNav({
  c,
  current,
}: {
  c: Context<AppEnv>
  current: Place | null
}): JSX.Element {
  const { to } = c.var.site
  const places: readonly Place[] = [
    'deskCatalog',
    'selfInspection',
    'columnMoves',
    'coverage',
    'deskGuide',
    'deskRules',
    'deskInstitution',
  ]
  return (
    <nav class="switch" aria-label={catalogNav.label}>
      <ul>
        {places.map((place) => (
          <li>
            <a href={to[place]()} aria-current={place === current ? 'page' : undefined}>
              {catalogNav.places[place]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
