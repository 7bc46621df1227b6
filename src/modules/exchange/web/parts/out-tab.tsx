import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { call, download, queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { newKey } from '../../../../web/kit/new-key.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { getExportFile, keepExport, listExports } from '../../contract/exports.ts'
import { type TableName, tableNames } from '../../contract/rows.ts'
import { exportCsv, exportTables } from '../../contract.ts'
import { ExportList } from './export-list.tsx'

const atMost = 100

/** The tables of the national exchange, and what the platform would refuse of them. */
export function OutTab() {
  const { zone, may } = useMember()
  const allowed = may('exchange.export')
  const { data, error, refetch } = useQuery({ ...queryOf(exportTables, { zone: zone.code }), enabled: allowed })
  const kept = useQuery({ ...queryOf(listExports, { zone: zone.code }), enabled: allowed })
  const sheet = useMutation({
    mutationFn: async () => {
      const { id } = await call(keepExport, { zone: zone.code }, { key: newKey() })
      await download(getExportFile, { zone: zone.code, id })
    },
    onSuccess: () => kept.refetch(),
  })
  const csv = useMutation({ mutationFn: (table: TableName) => download(exportCsv, { zone: zone.code, table }) })
  const say = useText()
  if (!allowed) return <p className="card">{say({ zh: '您的角色不能导出。', en: 'Your role may not export.' })}</p>
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      <section className="card">
        <h2>{say({ zh: '交换表', en: 'Tables' })}</h2>
        <Refusal error={sheet.error ?? csv.error} />
        <Button type="primary" loading={sheet.isPending} onClick={() => sheet.mutate()}>
          {say({ zh: '全部导出 Excel', en: 'All of them as a workbook' })}
        </Button>
        <PlainTable
          caption={{ zh: '交换表', en: 'Tables' }}
          rows={[...tableNames]}
          keyOf={(name) => name}
          columns={[
            { label: { zh: '表', en: 'Table' }, cell: (name) => <code>{name}</code> },
            { label: { zh: '行数', en: 'Rows' }, cell: (name) => data.tables[name]?.length ?? 0 },
            {
              label: { zh: 'CSV', en: 'CSV' },
              cell: (name) => (
                <Button size="small" onClick={() => csv.mutate(name)}>
                  CSV<span className="visually-hidden">：{name}</span>
                </Button>
              ),
            },
          ]}
        />
      </section>
      <section className="card">
        <h2>{say({ zh: '导出记录', en: 'Exports' })}</h2>
        {kept.error !== null && <Failure error={kept.error} onRetry={() => kept.refetch()} />}
        {kept.data && <ExportList runs={kept.data.exports} />}
      </section>
      <h2>{say({ zh: `校验：${data.invalid.length} 处`, en: `Validity: ${data.invalid.length} findings` })}</h2>
      {data.invalid.length === 0 && <p>{say({ zh: '没有发现问题。', en: 'Nothing was found.' })}</p>}
      {data.invalid.length > 0 && (
        <PlainTable
          caption={{ zh: '校验报告', en: 'Validity report' }}
          rows={data.invalid.slice(0, atMost)}
          keyOf={(one) => `${one.table}${one.field}${one.project}${one.case}${one.text.zh}`}
          columns={[
            { label: { zh: '表', en: 'Table' }, cell: (one) => <code>{one.table}</code> },
            { label: { zh: '字段', en: 'Field' }, cell: (one) => <code>{one.field}</code> },
            { label: { zh: '项目', en: 'Project' }, cell: (one) => one.project ?? '—' },
            { label: { zh: '问题', en: 'What is wrong' }, cell: (one) => say(one.text) },
          ]}
        >
          {data.invalid.length > atMost && (
            <p className="small">
              {say({ zh: `只显示前 ${atMost} 处，Excel 里有全部。`, en: `The first ${atMost}; the workbook has all.` })}
            </p>
          )}
        </PlainTable>
      )}
    </>
  )
}
