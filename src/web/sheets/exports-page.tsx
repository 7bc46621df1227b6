import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { KindView } from '../../kernel/kind-view.ts'
import { daysExportKept } from '../../kernel/sheet-export.ts'
import { listExports } from '../../platform/sheets/contract/exports.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { useKinds } from '../kit/records/use-kinds.ts'
import { useMember } from '../kit/session/use-work.ts'
import { useTitle } from '../kit/title.ts'
import { useLive } from '../kit/use-live.ts'
import { useText } from '../text.tsx'
import { ExportCard } from './export-card.tsx'
import './import.css'

/** The lists of a kind that one has had made into files in the background: how far they are, and the files. */
export function ExportsPage({ path }: { readonly path: string }) {
  const { kinds, error, refetch } = useKinds()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (kinds === undefined) return <Opening />
  const kind = kinds.find((one) => one.path === path)
  return kind === undefined ? <NoKind /> : <Exports kind={kind} />
}

function Exports({ kind }: { readonly kind: KindView }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const title = { zh: `导出${kind.labels.many.zh}`, en: `Exports of ${kind.labels.many.en.toLowerCase()}` }
  useTitle(title)
  useLive(['sheets.changed'], () => void client.invalidateQueries({ queryKey: [listExports.name] }))
  const { data, error, refetch } = useQuery({
    ...queryOf(listExports, { zone: zone.code, kind: kind.name }),
    staleTime: 0,
    // Word of progress may be lost with a connection.
    refetchInterval: ({ state }) =>
      state.data?.exports.some((one) => one.state === 'gathering') === true ? 2_000 : false,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <div className="page import-page">
      <p className="small">
        <Link to="/records/$kind" params={{ kind: kind.path }} search={{ zone: zone.code }}>
          {say({ zh: `← 返回${kind.labels.many.zh}`, en: `← ${kind.labels.many.en}` })}
        </Link>
      </p>
      <h1>{say(title)}</h1>
      <p className="soft">
        {say({
          zh: `可以离开此页，导出会继续。文件只有您能下载，保留 ${daysExportKept} 天后自动清除。`,
          en: `You may leave this page: the export goes on. Only you can download the file; it is kept for ${daysExportKept} days, then removed.`,
        })}
      </p>
      {data.exports.length === 0 && (
        <p className="notice">
          {say({
            zh: '还没有在后台导出过。条数较多的列表，从“导入 / 导出”里导出后会出现在这里。',
            en: 'Nothing has been exported in the background yet. Long lists appear here when they are exported.',
          })}
        </p>
      )}
      {data.exports.map((one) => (
        <ExportCard key={one.id} view={one} />
      ))}
    </div>
  )
}

function NoKind() {
  const say = useText()
  return (
    <div className="page">
      <h1>{say({ zh: '导出', en: 'Exports' })}</h1>
      <p className="notice notice-warning">
        {say({ zh: '没有这类资料，或您无权查看。', en: 'There are no such records, or you may not read them.' })}
      </p>
    </div>
  )
}
