import type { JSX } from 'hono/jsx/jsx-runtime'

/** A step between two states, named in words. */
export type ChartStep = { from: string; to: string; label: string }

/** A lifecycle to be drawn: `path` from first to last, `ends` are entered from the last of the path. */
export type LifecycleChartProps = {
  title: string
  path: readonly string[]
  ends: readonly string[]
  steps: readonly ChartStep[]
  nameOf: (state: string) => string
  /** words beside the rail that leads back */ back: string
}

const row = 74
const box = { x: 62, width: 150, height: 38 }
const side = { x: 290, width: 126 }
const width = 420
const rail = 26

/**
 * Draws a lifecycle from its transition table (流程图): the path downwards, steps back on a rail at
 * the left, endings at the right. The table beside it says the same in words.
 */
export function LifecycleChart(props: LifecycleChartProps): JSX.Element {
  const { title, path, ends, steps, nameOf, back } = props
  const y = (state: string): number => 14 + path.indexOf(state) * row
  const last = path.at(-1) ?? ''
  const returns = path.filter((from) => steps.some((one) => isBack(path, one) && one.from === from))
  const target = path[0] ?? ''
  const height = Math.max(path.length * row, y(last) + ends.length * 50) + 20
  return (
    <svg
      class="lifecycle"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      role="img"
      aria-label={title}
    >
      <title>{title}</title>
      {returns.length === 0 ? null : (
        <>
          <path
            class="lifecycle-rail"
            d={`${returns
              .filter((state) => state !== target)
              .map((state) => `M${String(box.x)} ${String(y(state) + 19)}H${String(rail)}`)
              .join(
                '',
              )}M${String(rail)} ${String(y(returns.at(-1) ?? target) + 19)}V${String(y(target) + 19)}H${String(box.x - 8)}`}
          />
          <path class="lifecycle-tip" d={tipRight(box.x, y(target) + 19)} />
          <text class="lifecycle-note" x="8" y={String(y(last) + 62)}>
            {back}
          </text>
        </>
      )}
      {path.slice(1).map((state, index) => (
        <Down
          from={y(path[index] ?? '')}
          to={y(state)}
          label={labelOf(steps, path[index], state)}
        />
      ))}
      {path.flatMap((from, at) =>
        path
          .slice(at + 2)
          .filter((to) => steps.some((one) => one.from === from && one.to === to))
          .map((to) => <Skip from={y(from)} to={y(to)} />),
      )}
      {path.map((state) => (
        <Box x={box.x} y={y(state)} width={box.width} name={nameOf(state)} />
      ))}
      {ends.map((state, index) => (
        <End from={y(last) + 19} y={y(last) + index * 50} name={nameOf(state)} />
      ))}
    </svg>
  )
}

function isBack(path: readonly string[], { from, to }: ChartStep): boolean {
  return path.includes(to) && path.includes(from) && path.indexOf(to) < path.indexOf(from)
}

function labelOf(steps: readonly ChartStep[], from: string | undefined, to: string): string {
  return steps.find((one) => one.from === from && one.to === to)?.label ?? ''
}

function Box(props: { x: number; y: number; width: number; name: string }): JSX.Element {
  const { x, y, name } = props
  return (
    <g>
      <rect class="lifecycle-box" x={x} y={y} width={props.width} height={box.height} rx="4" />
      <text class="lifecycle-name" x={x + props.width / 2} y={y + 25} text-anchor="middle">
        {name}
      </text>
    </g>
  )
}

function Down({ from, to, label }: { from: number; to: number; label: string }): JSX.Element {
  const x = box.x + box.width / 2
  return (
    <g>
      <path
        class="lifecycle-line"
        d={`M${String(x)} ${String(from + box.height)}V${String(to - 7)}`}
      />
      <path class="lifecycle-tip" d={tipDown(x, to)} />
      <text class="lifecycle-step" x={x + 8} y={(from + box.height + to) / 2 + 4}>
        {label}
      </text>
    </g>
  )
}

/** A step that leaves out what lies between, such as a second review that an agency does not have. */
function Skip({ from, to }: { from: number; to: number }): JSX.Element {
  const x = box.x + box.width
  const [top, bottom] = [from + 19, to + 13]
  return (
    <g>
      <path
        class="lifecycle-line"
        d={`M${String(x)} ${String(top)}h22V${String(bottom)}H${String(x + 7)}`}
      />
      <path class="lifecycle-tip" d={tipLeft(x, bottom)} />
    </g>
  )
}

function End({ from, y, name }: { from: number; y: number; name: string }): JSX.Element {
  const start = box.x + box.width
  const [middle, end] = [start + 36, y + 19]
  return (
    <g>
      <path
        class="lifecycle-line"
        d={`M${String(start)} ${String(from)}H${String(middle)}V${String(end)}H${String(side.x - 7)}`}
      />
      <path class="lifecycle-tip" d={tipRight(side.x, end)} />
      <Box x={side.x} y={y} width={side.width} name={name} />
    </g>
  )
}

function tipDown(x: number, y: number): string {
  return `M${String(x)} ${String(y)}l-5 -8h10z`
}

function tipRight(x: number, y: number): string {
  return `M${String(x)} ${String(y)}l-8 -5v10z`
}

function tipLeft(x: number, y: number): string {
  return `M${String(x)} ${String(y)}l8 -5v10z`
}
