import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { call } from '../../../../web/client.ts'
import { base64Of } from '../../../../web/kit/base64.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Imported, Run } from '../../contract/rows.ts'
import { importFile } from '../../contract.ts'

/** A file of the provincial platform, and what was taken in so far. */
export function RunsTab({ runs, onTaken }: { readonly runs: readonly Run[]; readonly onTaken: () => void }) {
  const say = useText()
  const { may } = useMember()
  return (
    <>
      {may('exchange.import') && <Take onTaken={onTaken} />}
      <h2>{say({ zh: '接收记录', en: 'What was taken in' })}</h2>
      {runs.length === 0 && (
        <p className="card">
          {say({
            zh: '还没有接收过。传入一个文件后，这里显示每次收了多少行。',
            en: 'Nothing yet. After a file is taken in, this says how many rows each brought.',
          })}
        </p>
      )}
      {runs.length > 0 && (
        <PlainTable
          caption={{ zh: '接收记录', en: 'What was taken in' }}
          rows={runs}
          keyOf={({ id }) => id}
          columns={[
            { label: { zh: '时间', en: 'When' }, cell: ({ at }) => readableMoment(at) },
            { label: { zh: '来源', en: 'From' }, cell: ({ source }) => source },
            { label: { zh: '谁', en: 'Who' }, cell: ({ by }) => by },
            { label: { zh: '行数', en: 'Rows' }, cell: ({ rows }) => rows },
            { label: { zh: '新', en: 'New' }, cell: ({ added }) => added },
            { label: { zh: '已有', en: 'Known' }, cell: ({ known }) => known },
            { label: { zh: '不能用', en: 'Unusable' }, cell: ({ bad }) => bad },
          ]}
        />
      )}
    </>
  )
}

function Take({ onTaken }: { readonly onTaken: () => void }) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const send = useMutation({
    mutationFn: async (file: File) =>
      call(importFile, { zone: zone.code, name: file.name, content: await base64Of(file) }),
    onSuccess: onTaken,
  })
  return (
    <section className="card">
      <h2>{say({ zh: '接收办件状态', en: 'Take case states in' })}</h2>
      <p className="soft small">
        {say({
          zh: '省平台导出的 xlsx、csv（UTF-8 或 GBK）或 JSON。同一个文件传两次不会重复；和本区不一致的列为冲突，由人裁定。',
          en: 'An xlsx, csv (UTF-8 or GBK) or JSON file of the provincial platform. The same file twice changes nothing; what differs from here becomes a conflict for a person.',
        })}
      </p>
      <div className="field">
        <label htmlFor={id}>{say({ zh: '文件', en: 'File' })}</label>
        <input
          id={id}
          type="file"
          accept=".xlsx,.csv,.json,.txt"
          disabled={send.isPending}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) send.mutate(file)
          }}
        />
      </div>
      <Refusal error={send.error} />
      {send.data && <Outcome taken={send.data} />}
    </section>
  )
}

function Outcome({ taken }: { readonly taken: Imported }) {
  const say = useText()
  const { rows, added, known, external, conflicts, unmapped, bad } = taken
  return (
    <>
      <p role="status">
        {say({
          zh: `共 ${rows} 行：新 ${added}，已有 ${known}，不能用 ${bad.length}。外部办件变动 ${external} 件；现有冲突 ${conflicts} 件，待对照编码 ${unmapped} 个。`,
          en: `${rows} rows: ${added} new, ${known} known, ${bad.length} unusable. ${external} external cases changed; ${conflicts} conflicts, ${unmapped} codes to be mapped.`,
        })}
      </p>
      {bad.length > 0 && (
        <PlainTable
          caption={{ zh: '不能用的行', en: 'Unusable rows' }}
          rows={bad}
          keyOf={({ row }) => String(row)}
          columns={[
            { label: { zh: '行', en: 'Row' }, cell: ({ row }) => row },
            { label: { zh: '问题', en: 'What is wrong' }, cell: ({ text }) => say(text) },
          ]}
        />
      )}
    </>
  )
}
