import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import type { KindView } from '../../../kernel/kind-view.ts'
import { download } from '../../client.ts'
import type { Search } from '../../search.ts'
import { useLanguage, useText } from '../../text.tsx'
import { Popover } from '../popover.tsx'
import { Refusal } from '../refusal.tsx'
import { useMember } from '../session/use-work.ts'
import { sheetDoorsOf } from './doors.ts'
import { ExportActs } from './export-acts.tsx'
import { SendSheet } from './send-sheet.tsx'
import './sheets.css'

interface SheetMenuProps {
  readonly kind: KindView
  readonly search: Search
  /** What the page narrows the list by, whatever the address says: such a list is exported, not imported. */
  readonly fixed: Search
  readonly columns: readonly string[]
}

/** Import, template and export of a list: the export is what is seen. */
export function SheetMenu({ kind, search, fixed, columns }: SheetMenuProps) {
  const say = useText()
  const mayImport = kind.may.write && Object.keys(fixed).length === 0
  const label = mayImport ? say({ zh: '导入 / 导出', en: 'Import / export' }) : say({ zh: '导出', en: 'Export' })
  return (
    <Popover label={label} align="end">
      {() => (
        <div className="sheet-menu">
          {mayImport && <ImportActs kind={kind} />}
          <ExportActs kind={kind} search={search} fixed={fixed} columns={columns} />
        </div>
      )}
    </Popover>
  )
}

function ImportActs({ kind }: Pick<SheetMenuProps, 'kind'>) {
  const say = useText()
  const lang = useLanguage()
  const { zone } = useMember()
  const template = useMutation({ mutationFn: () => download(sheetDoorsOf(kind).template, { zone: zone.code, lang }) })
  return (
    <section>
      <p className="soft small">
        {say({
          zh: '先下载模板填写，再导入；也可以导出、修改后再导入。导入前会逐格比对，确认后才写入。',
          en: 'Fill in the template, or export, change and import. Every cell is compared first; nothing is written before you confirm.',
        })}
      </p>
      <SendSheet kind={kind} label={say({ zh: '导入表格', en: 'Import a sheet' })} />
      <Button loading={template.isPending} onClick={() => template.mutate()}>
        {say({ zh: '下载模板', en: 'Template' })}
      </Button>
      <Refusal error={template.error} />
    </section>
  )
}
