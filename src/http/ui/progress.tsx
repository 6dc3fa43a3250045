import type { JSX } from 'hono/jsx/jsx-runtime'

/** How far something has come (进度): a bar, and the same in words beside it. */
export function Progress({
  value,
  max,
  label,
  tone,
}: {
  value: number
  max: number
  /** Such as 第 8 个工作日，共 20 个 */
  label: string
  tone?: 'red' | 'yellow' | 'blue' | 'none' | undefined
}): JSX.Element {
  const share = max <= 0 ? 0 : Math.min(100, Math.max(0, (value / max) * 100))
  return (
    <div class={`progress progress-${tone ?? 'none'}`}>
      <svg width="100%" height="8" aria-hidden="true" focusable="false">
        <rect class="progress-track" width="100%" height="8" rx="4" />
        <rect class="progress-value" width={`${share.toFixed(1)}%`} height="8" rx="4" />
      </svg>
      <p>{label}</p>
    </div>
  )
}
