import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { KindView } from '../../kernel/kind-view.ts'
import type { ImportState, ImportView } from '../../kernel/sheet-view.ts'
import { listImportRows, readImport } from '../../platform/sheets/contract.ts'
import { type Client, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { useAddress } from '../kit/records/use-address.ts'
import { useKinds } from '../kit/records/use-kinds.ts'
import { useMember } from '../kit/session/use-work.ts'
import { useTitle } from '../kit/title.ts'
import { useLive } from '../kit/use-live.ts'
import { useText } from '../text.tsx'
import { ImportActs } from './import-acts.tsx'
import { ImportRows } from './import-rows.tsx'
import { ImportState as StateLine } from './import-state.tsx'
import './import.css'

/** The comparison of a file with what is there, its confirmation, and what came of it. */
export function ImportPage({ path }: { readonly path: string }) {
  const { search } = useAddress()
  const { kinds, error, refetch } = useKinds()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (kinds === undefined) return <Opening />
  const kind = kinds.find((one) => one.path === path)
  if (kind === undefined || search.import === undefined) return <NoImport />
  return <OneImport kind={kind} id={search.import} />
}

/** These go on by themselves. */
const busy: readonly ImportState[] = ['reading', 'comparing', 'writing']

function OneImport({ kind, id }: { readonly kind: KindView; readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  useTitle({ zh: `导入${kind.labels.many.zh}`, en: `Import ${kind.labels.many.en.toLowerCase()}` })
  useLive(['sheets.changed'], () => void refreshImport(client))
  const { data, error, refetch } = useQuery({
    ...queryOf(readImport, { zone: zone.code, id }),
    staleTime: 0,
    // Word of progress may be lost with a connection.
    refetchInterval: ({ state }) => (state.data && busy.includes(state.data.state) ? 2_000 : false),
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
      <h1>{say({ zh: `导入${kind.labels.many.zh}`, en: `Import ${kind.labels.many.en.toLowerCase()}` })}</h1>
      <StateLine view={data} />
      <ImportActs kind={kind} view={data} />
      {!isReading(data) && <ImportRows kind={kind} view={data} />}
    </div>
  )
}

function isReading({ state, counts }: ImportView): boolean {
  const { skipped, ...rows } = counts
  return state === 'reading' || Object.values(rows).every((count) => count === 0)
}

/** Asks anew for the import and its rows. */
export function refreshImport(client: Client): Promise<unknown> {
  return Promise.all([readImport, listImportRows].map(({ name }) => client.invalidateQueries({ queryKey: [name] })))
}

function NoImport() {
  const say = useText()
  return (
    <div className="page">
      <h1>{say({ zh: '导入', en: 'Import' })}</h1>
      <p className="notice notice-warning">
        {say({
          zh: '没有这次导入。请回到资料页，重新选择表格。',
          en: 'There is no such import: go back to the records and choose the sheet again.',
        })}
      </p>
    </div>
  )
}
