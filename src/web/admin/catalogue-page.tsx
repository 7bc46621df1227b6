import { useQuery } from '@tanstack/react-query'
import { labelOfMixed } from '../../modules/matters/contract/mixed-text.ts'
import { type CatalogueVersion, listVersions } from '../../modules/matters/contract.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { Text } from '../text.tsx'
import { CheckFile } from './check-file.tsx'

const columns: readonly Column<CatalogueVersion>[] = [
  {
    label: { zh: '版本', en: 'Version' },
    cell: ({ title, current }) => (
      <>
        <Text label={labelOfMixed(title)} />{' '}
        {current && (
          <span className="mark mark-V">
            <Text label={{ zh: '现行', en: 'In force' }} />
          </span>
        )}
      </>
    ),
  },
  { label: { zh: '截至', en: 'As of' }, cell: ({ asOf }) => <Text label={labelOfMixed(asOf)} /> },
  { label: { zh: '事项数', en: 'Matters' }, cell: ({ matters }) => matters },
  { label: { zh: '导入时间', en: 'Imported' }, cell: ({ importedAt }) => readableMoment(importedAt) },
  { label: { zh: '指纹', en: 'Digest' }, cell: ({ digest }) => <code title={digest}>{digest.slice(0, 12)}</code> },
]

/** The versions of the catalogue of matters, the current one marked, and a check of a file before it is imported. */
export function CataloguePage() {
  const { data, error, refetch } = useQuery(queryOf(listVersions, {}))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      <PlainTable
        caption={{ zh: '事项目录版本', en: 'Catalogue versions' }}
        columns={columns}
        rows={data.rows}
        keyOf={({ id }) => id}
      />
      <CheckFile />
    </>
  )
}
