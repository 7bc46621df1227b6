import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { listMatters } from '../../contract.ts'
import { ConfidenceLegend } from '../panels.tsx'
import { CatalogueFilters, type Filters } from './catalogue-filters.tsx'
import { MatterTable } from './matter-table.tsx'
import { VersionLine } from './version-line.tsx'
import './matters.css'

const title = { zh: '事项目录', en: 'Catalogue of matters' }

/** Every matter that an industrial project may meet; what is searched stands in the address. */
export function CataloguePage() {
  const say = useText()
  useTitle(title)
  const { q = '', stage = '', kind = '' } = useSearch({ from: '/matters/' })
  const navigate = useNavigate({ from: '/matters/' })
  const all = useQuery(queryOf(listMatters, {}))
  const found = useQuery(queryOf(listMatters, { q, stage, kind }))
  const show = (next: Filters) => void navigate({ search: { ...next }, replace: true })
  if (found.error !== null) return <Failure error={found.error} onRetry={() => found.refetch()} />
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      {found.data !== undefined && <VersionLine version={found.data.version} />}
      <CatalogueFilters
        filters={{ q, stage, kind }}
        stages={all.data?.stages ?? []}
        kinds={[...new Set(all.data?.rows.map((row) => row.kind))]}
        onChange={show}
      />
      <p role="status" className="soft">
        {found.data !== undefined &&
          say({ zh: `共 ${found.data.rows.length} 项`, en: `${found.data.rows.length} matters` })}
      </p>
      {found.data !== undefined && <MatterTable rows={found.data.rows} stages={found.data.stages} />}
      <details className="legend-box">
        <summary>{say({ zh: '标记是什么意思', en: 'What the marks mean' })}</summary>
        <ConfidenceLegend />
      </details>
    </div>
  )
}
