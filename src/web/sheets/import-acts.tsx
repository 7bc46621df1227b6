import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { KindView } from '../../kernel/kind-view.ts'
import type { ImportView } from '../../kernel/sheet-view.ts'
import { cancelImport, downloadMarked, listImportRows, readImport } from '../../platform/sheets/contract.ts'
import { download } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { sheetDoorsOf } from '../kit/sheets/doors.ts'
import { SendSheet } from '../kit/sheets/send-sheet.tsx'
import { useAct } from '../kit/use-act.ts'
import { useLanguage, useText } from '../text.tsx'

interface ImportActsProps {
  readonly kind: KindView
  readonly view: ImportView
}

const stale = [readImport.name, listImportRows.name]

/** What can be done now: confirm, stop, take the marked workbook home, send the corrected one. */
export function ImportActs({ kind, view }: ImportActsProps) {
  const say = useText()
  const client = useQueryClient()
  const list = `${kind.name}.list`
  const confirm = useAct(sheetDoorsOf(kind).confirm, {
    stale,
    onDone: () => void client.invalidateQueries({ queryKey: [list] }),
  })
  const cancel = useAct(cancelImport, { stale })
  const { state, counts } = view
  const good = counts.new + counts.changed
  const stoppable = ['reading', 'comparing', 'compared', 'writing'].includes(state)
  return (
    <div className="import-acts">
      {state === 'compared' && (
        <Button
          type="primary"
          disabled={good === 0}
          loading={confirm.isPending}
          onClick={() => confirm.mutate({ import: view.id })}
        >
          {good === 0
            ? say({ zh: '没有要写入的行', en: 'Nothing to write' })
            : say({ zh: `确认导入 ${good} 行`, en: `Import ${good} ${good === 1 ? 'line' : 'lines'}` })}
        </Button>
      )}
      {counts.bad + counts.refused > 0 && <Marked view={view} />}
      {(counts.bad + counts.refused > 0 || !stoppable) && (
        <SendSheet kind={kind} label={say({ zh: '上传改好的表', en: 'Send the corrected sheet' })} />
      )}
      {stoppable && (
        <Button loading={cancel.isPending} onClick={() => cancel.mutate({ id: view.id })}>
          {state === 'compared' ? say({ zh: '放弃', en: 'Give it up' }) : say({ zh: '停止', en: 'Stop' })}
        </Button>
      )}
      <Refusal error={confirm.error ?? cancel.error} />
    </div>
  )
}

function Marked({ view }: Pick<ImportActsProps, 'view'>) {
  const say = useText()
  const lang = useLanguage()
  const { zone } = useMember()
  const fetching = useMutation({ mutationFn: () => download(downloadMarked, { zone: zone.code, id: view.id, lang }) })
  return (
    <>
      <Button loading={fetching.isPending} onClick={() => fetching.mutate()}>
        {say({ zh: '下载标红的原表', en: 'Own workbook, faults in red' })}
      </Button>
      <Refusal error={fetching.error} />
    </>
  )
}
