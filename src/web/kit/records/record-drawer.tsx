import { Button } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import type { FieldWarning } from '../../../kernel/record-endpoints.ts'
import { useText } from '../../text.tsx'
import { Failure } from '../failure.tsx'
import { Opening } from '../opening.tsx'
import { PlacedOfRecord } from '../placed.tsx'
import { SideSheet } from '../side-sheet.tsx'
import { usePhone } from '../use-phone.ts'
import type { Row, Written } from './doors.ts'
import { DrawerWay } from './drawer-way.tsx'
import type { TypedValues } from './form-values.ts'
import { RecordForm } from './record-form.tsx'
import { tabOf } from './record-tabs.ts'
import { RecordView } from './record-view.tsx'
import { useAddress } from './use-address.ts'
import { useRecord } from './use-record.ts'
import { useTitleOf } from './use-title-of.ts'
import './print/print.css'

interface RecordDrawerProps {
  readonly kind: KindView
  /** Id of the record, or `new`. */
  readonly id: string
  /** The list beside it, for previous and next. */
  readonly rows?: readonly Row[] | undefined
  /** What a new record starts with, and is not asked for. */
  readonly preset?: TypedValues
}

/** A record beside its list, at an address of its own: `?record=ID`, `&edit=true` for its form, `&tab=history`. */
export function RecordDrawer({ kind, id, rows, preset }: RecordDrawerProps) {
  const say = useText()
  const phone = usePhone()
  const { search, go, replace } = useAddress()
  const close = () => go({ record: undefined, edit: undefined, tab: undefined })
  const newTitle = { zh: `新建${kind.labels.one.zh}`, en: `New: ${kind.labels.one.en}` }
  const [saved, setSaved] = useState<Written | null>(null)
  const onSaved = (written: Written) => {
    setSaved(written)
    replace({ record: written.record.id, edit: undefined, tab: undefined })
  }
  const isNew = id === 'new'
  const row = useRecord(kind, isNew ? '' : id, !isNew)
  const titleOf = useTitleOf(kind)
  const title = isNew ? say(newTitle) : row.data ? titleOf(row.data) : say(kind.labels.one)
  return (
    <SideSheet title={title} closeLabel={say({ zh: '关闭', en: 'Close' })} modal={phone} wide onClose={close}>
      {isNew ? (
        <RecordForm
          kind={kind}
          row={null}
          preset={preset}
          without={Object.keys(preset ?? {})}
          onSaved={onSaved}
          onCancel={close}
        />
      ) : (
        <>
          <DrawerWay rows={rows} id={id} />
          {saved?.record.id === id && search.edit !== 'true' && <Saved warnings={saved.warnings} kind={kind} />}
          {row.error !== null && <Failure error={row.error} onRetry={() => row.refetch()} />}
          {row.isPending && row.error === null && <Opening />}
          {row.data && <OneRecord key={id} kind={kind} row={row.data} onSaved={onSaved} />}
        </>
      )}
    </SideSheet>
  )
}

interface OneRecordProps {
  readonly kind: KindView
  readonly row: Row
  readonly onSaved: (written: Written) => void
}

function OneRecord({ kind, row, onSaved }: OneRecordProps) {
  const say = useText()
  const { search, go, replace } = useAddress()
  if (search.edit === 'true' && kind.may.write && row.archivedAt === null) {
    return <RecordForm kind={kind} row={row} onSaved={onSaved} onCancel={() => replace({ edit: undefined })} />
  }
  return (
    <RecordView kind={kind} row={row} tab={tabOf(kind, search.tab)} onTab={(tab) => replace({ tab })}>
      {kind.may.write && row.archivedAt === null && (
        <Button type="primary" onClick={() => go({ edit: 'true', tab: undefined })}>
          {say({ zh: '修改', en: 'Edit' })}
        </Button>
      )}
      <PlacedOfRecord kind={kind.name} row={row} />
      <Button onClick={() => print()}>{say({ zh: '打印', en: 'Print' })}</Button>
    </RecordView>
  )
}

function Saved({ kind, warnings }: { readonly kind: KindView; readonly warnings: readonly FieldWarning[] }) {
  const say = useText()
  return (
    <div role="status" className={warnings.length > 0 ? 'notice notice-warning' : 'notice'}>
      <p>{say({ zh: '已保存。', en: 'Saved.' })}</p>
      {warnings.map(({ field, ...text }) => (
        <p key={field}>
          {say(kind.fields.find(({ name }) => name === field)?.label ?? { zh: field, en: field })}: {say(text)}
        </p>
      ))}
    </div>
  )
}
