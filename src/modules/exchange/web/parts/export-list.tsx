import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { download } from '../../../../web/client.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { type ExportRun, getExportFile } from '../../contract/exports.ts'

/** What went out before: by whom, when, how much, with which findings; each file can be had again as it was. */
export function ExportList({ runs }: { readonly runs: readonly ExportRun[] }) {
  const say = useText()
  const { zone } = useMember()
  const again = useMutation({ mutationFn: (id: string) => download(getExportFile, { zone: zone.code, id }) })
  if (runs.length === 0) {
    return (
      <p className="soft">
        {say({
          zh: '还没有导出过。导出后留在这里，可以再次下载。',
          en: 'Nothing was exported yet; what is stays here.',
        })}
      </p>
    )
  }
  return (
    <>
      <Refusal error={again.error} />
      <PlainTable
        caption={{ zh: '导出记录', en: 'Exports' }}
        rows={runs}
        keyOf={({ id }) => id}
        columns={[
          { label: { zh: '时间', en: 'When' }, cell: ({ at }) => readableMoment(at) },
          { label: { zh: '谁', en: 'Who' }, cell: ({ by }) => by },
          { label: { zh: '行数', en: 'Rows' }, cell: ({ rows }) => rows },
          { label: { zh: '校验问题', en: 'Findings' }, cell: ({ findings }) => findings },
          {
            label: { zh: '文件摘要', en: 'Digest' },
            cell: ({ sha256 }) => <code title={sha256}>{sha256.slice(0, 12)}</code>,
          },
          {
            label: { zh: '文件', en: 'File' },
            cell: ({ id, fileName }) => (
              <Button size="small" onClick={() => again.mutate(id)}>
                {say({ zh: '再次下载', en: 'Download again' })}
                <span className="visually-hidden">：{fileName}</span>
              </Button>
            ),
          },
        ]}
      />
    </>
  )
}
