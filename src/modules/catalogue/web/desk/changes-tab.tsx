import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Draft } from '../../contract/draft.ts'
import { listEdits } from '../../contract.ts'
import { ChangeList } from './change-list.tsx'

/** The draft against the version in force, and who edited what, when and why. */
export function ChangesTab({ draft }: { readonly draft: Draft }) {
  const say = useText()
  return (
    <>
      <p className="soft small">
        {say({
          zh: `${draft.openedBy} 于 ${readableMoment(draft.openedAt)} 开始；共 ${draft.changes.length} 处不同。`,
          en: `Begun by ${draft.openedBy}, ${readableMoment(draft.openedAt)}; ${draft.changes.length} rows differ.`,
        })}
      </p>
      {draft.superseded && (
        <p className="notice notice-warning">
          {say({
            zh: '草稿开始后另有版本生效：请导出 Excel，放弃这份草稿，在新草稿里读入。',
            en: 'Another version came into force after this draft began: export it, discard it, and read it into a new draft.',
          })}
        </p>
      )}
      <ChangeList changes={draft.changes} />
      <Edits draft={draft} />
    </>
  )
}

function Edits({ draft }: { readonly draft: Draft }) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery(queryOf(listEdits, { zone: zone.code, draft: draft.id, limit: 100 }))
  if (data === undefined || data.edits.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: '修改记录', en: 'Edits' })}</h2>
      <PlainTable
        caption={{ zh: '修改记录', en: 'Edits' }}
        rows={data.edits}
        keyOf={(edit) => String(edit.ordinal)}
        columns={[
          { label: { zh: '编码', en: 'Code' }, cell: (edit) => edit.code },
          { label: { zh: '谁', en: 'Who' }, cell: (edit) => edit.by },
          { label: { zh: '时间', en: 'When' }, cell: (edit) => readableMoment(edit.at) },
          { label: { zh: '理由', en: 'Reason' }, cell: (edit) => edit.reason },
        ]}
      />
    </section>
  )
}
