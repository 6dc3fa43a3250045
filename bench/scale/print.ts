import { cpus } from 'node:os'
import type { Cost } from './cost.ts'
import { type Spread, type Stretch, stretchOf, verbsOf } from './figures.ts'
import type { ScaleResult } from './run.ts'

type Row = readonly (string | number)[]

/** Everything that was measured of one prefecture, as tables; beside a smaller one with the ratio. */
export function describeScale(result: ScaleResult, smaller: ScaleResult | null): string {
  const { ledger, proof, memory } = result
  const whole = stretchOf(ledger.tenths)
  const [first, last] = [stretchOf(ledger.tenths.slice(0, 1)), stretchOf(ledger.tenths.slice(-1))]
  const other = smaller === null ? null : stretchOf(smaller.ledger.tenths)
  const head = ['', `全天`, '第一个十分之一', '最后一个十分之一', '末/首']
  const compared = smaller === null ? [] : [nameOf(smaller), '大/小']
  const lines = measures.map(([name, of]): Row => {
    const [day, begin, end] = [of(whole), of(first), of(last)]
    const own = [name, shown(day), shown(begin), shown(end), ratio(end, begin)]
    return other === null ? own : own.concat(shown(of(other)), ratio(day, of(other)))
  })
  const failed = ledger.tenths.flatMap((tenth) => tenth.failed)
  const lost = ledger.tenths.reduce((sum, tenth) => sum + tenth.lost, 0)
  return [
    `规模：${nameOf(result)}；机器：${cpus().length} × ${cpus()[0]?.model ?? ''}`,
    table([...head, ...compared], lines),
    table(['一步', '次数', ...timeHead, ...costHead], verbsOf(ledger.tenths).map(verbRow)),
    table(
      [
        '地区打开',
        '首次 ms',
        '再次 ms',
        'KB',
        ...costHead,
        ...(smaller === null ? [] : ['首次 大/小', '读行 大/小']),
      ],
      result.pages.map(({ page, firstMs, ms, kilobytes, cost }): Row => {
        const same = smaller?.pages.find((one) => one.page === page)
        const besides =
          same === undefined
            ? []
            : [ratio(firstMs, same.firstMs), ratio(readOf(cost), readOf(same.cost))]
        return [page, shown(firstMs), shown(ms), shown(kilobytes), ...costRow(cost), ...besides]
      }),
    ),
    `地区库 ${megabytes(result.regionBytes)}${smaller === null ? '' : `（小地区 ${megabytes(smaller.regionBytes)}）`}；内存最高：运行时 ${memory.runtime} MB，本进程 ${memory.own} MB。`,
    `没有办完的事 ${failed.length} 件，两分钟内没有报到地区的事件 ${lost} 个。`,
    ...[...new Set(failed)].slice(0, 5),
    `从流水重新计算 ${proof.agencies} 个机关（含地区），${proof.events} 个事件，${proof.cells} 个统计数：${proof.differences.length} 处不同，${proof.behind} 个机关尚在报送途中。`,
    ...proof.differences.slice(0, 20),
    ...(proof.totals ?? []).map(
      ({ what, sown, stands }) =>
        `地区合计 ${what}：放入 ${sown}，现为 ${stands}${sown === stands ? '' : '，不符'}`,
    ),
  ].join('\n\n')
}

const measures: readonly (readonly [string, (of: Stretch) => number])[] = [
  ['事件数', ({ events }) => events],
  ['每秒事件', ({ perSecond }) => perSecond],
  ['应答 p50 ms', ({ ms }) => ms.p50],
  ['应答 p95 ms', ({ ms }) => ms.p95],
  ['应答最长 ms', ({ ms }) => ms.max],
  ['到地区 p50 ms', ({ lag }) => lag.p50],
  ['到地区 p95 ms', ({ lag }) => lag.p95],
  ['到地区最长 ms', ({ lag }) => lag.max],
  ['每事件 接口往返', ({ door }) => door.tenant.roundTrips + door.region.roundTrips],
  ['每事件 接口读行', ({ door }) => readOf(door)],
  ['每事件 接口写行', ({ door }) => door.tenant.rowsWritten + door.region.rowsWritten],
  ['每事件 队列消息', ({ messages }) => messages],
  ['每事件 队列往返', ({ queue }) => queue.tenant.roundTrips + queue.region.roundTrips],
  ['每事件 队列读行（机关库）', ({ queue }) => queue.tenant.rowsRead],
  ['每事件 队列写行（机关库）', ({ queue }) => queue.tenant.rowsWritten],
  ['每事件 队列读行（地区库）', ({ queue }) => queue.region.rowsRead],
  ['每事件 队列写行（地区库）', ({ queue }) => queue.region.rowsWritten],
]

const timeHead = ['p50 ms', 'p95 ms', '到地区 p50 ms', 'p95 ms']
const costHead = ['往返', '读行', '写行', '地区库读行', '写行']

function verbRow({ verb, ms, lag, cost }: ReturnType<typeof verbsOf>[number]): Row {
  const waits = (spread: Spread): Row =>
    spread.n === 0 ? ['', ''] : [shown(spread.p50), shown(spread.p95)]
  return [verb, ms.n, ...waits(ms), ...waits(lag), ...costRow(cost)]
}

function costRow({ tenant, region }: Cost): Row {
  return [
    shown(tenant.roundTrips + region.roundTrips),
    shown(tenant.rowsRead),
    shown(tenant.rowsWritten),
    shown(region.rowsRead),
    shown(region.rowsWritten),
  ]
}

function readOf({ tenant, region }: Cost): number {
  return tenant.rowsRead + region.rowsRead
}

function nameOf({ size }: ScaleResult): string {
  const { agencies, documents, applications } = size
  return `${agencies} 个机关、${documents} 份文件、${applications} 件申请`
}

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function shown(n: number): string {
  return n >= 100 ? n.toFixed(0) : n.toFixed(n >= 10 ? 1 : 2)
}

function ratio(one: number, other: number): string {
  return other === 0 ? '' : (one / other).toFixed(2)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
