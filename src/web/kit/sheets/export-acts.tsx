import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { KindView } from '../../../kernel/kind-view.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { ExportFormat } from '../../../kernel/sheet-export.ts'
import { call, download } from '../../client.ts'
import type { Search } from '../../search.ts'
import { useLanguage, useText } from '../../text.tsx'
import { listInputOf } from '../records/address.ts'
import { Refusal } from '../refusal.tsx'
import { useMember } from '../session/use-work.ts'
import { sheetDoorsOf } from './doors.ts'

interface ExportActsProps {
  readonly kind: KindView
  readonly search: Search
  readonly fixed: Search
  readonly columns: readonly string[]
}

/** The list as a file. One that is too long to wait for is made in the background, and the page of exports says how far it is. */
export function ExportActs({ kind, search, fixed, columns }: ExportActsProps) {
  const say = useText()
  const lang = useLanguage()
  const navigate = useNavigate()
  const { zone } = useMember()
  const doors = sheetDoorsOf(kind)
  const input = { ...listInputOf(kind, search), ...fixed, zone: zone.code, lang, columns: columns.join(',') }
  const there = { to: '/records/$kind/exports', params: { kind: kind.path }, search: { zone: zone.code } } as const
  const exporting = useMutation({
    mutationFn: async (format: ExportFormat) => {
      try {
        await download(format === 'xlsx' ? doors.exportXlsx : doors.exportCsv, input)
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'sheets.too_many') throw error
        await call(doors.startExport, { ...input, format })
        await navigate(there)
      }
    },
  })
  return (
    <section>
      <p className="soft small">
        {say({
          zh: '导出当前筛选、排序和列；改好后可以直接导入。条数较多时在后台生成。',
          en: 'Exports what is listed: filters, order, columns. Changed, it can be imported again. Long lists are made in the background.',
        })}
      </p>
      <Button loading={exporting.isPending} onClick={() => exporting.mutate('xlsx')}>
        {say({ zh: '导出 Excel', en: 'Export Excel' })}
      </Button>
      <Button disabled={exporting.isPending} onClick={() => exporting.mutate('csv')}>
        {say({ zh: '导出 CSV', en: 'Export CSV' })}
      </Button>
      <Link {...there} className="small">
        {say({ zh: '后台导出的文件', en: 'Files made in the background' })}
      </Link>
      <Refusal error={exporting.error} />
    </section>
  )
}
