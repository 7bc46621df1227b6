import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import type { ImportView } from '../../../kernel/sheet-view.ts'
import { upload } from '../../client.ts'
import { useText } from '../../text.tsx'
import { newKey } from '../new-key.ts'
import { readableMoment } from '../records/moments.ts'
import { Refusal } from '../refusal.tsx'
import { useMember } from '../session/use-work.ts'
import '../files/files.css'
import { sheetDoorsOf } from './doors.ts'

const accepted = '.xlsx,.csv,.txt'

interface SendSheetProps {
  readonly kind: KindView
  readonly label: string
}

/** Picks a sheet, sends it and opens the comparison. Nothing is written by it. */
export function SendSheet({ kind, label }: SendSheetProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const navigate = useNavigate()
  const open = (view: ImportView) => {
    if (view.again) return
    void navigate({
      to: '/records/$kind/import',
      params: { kind: kind.path },
      search: { zone: zone.code, import: view.id },
    })
  }
  const sending = useMutation({
    mutationFn: (file: File) => upload(sheetDoorsOf(kind).upload, { zone: zone.code }, { file, key: newKey() }),
    onSuccess: open,
  })
  return (
    <span className="upload">
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept={accepted}
        disabled={sending.isPending}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) sending.mutate(file)
        }}
      />
      <label htmlFor={id} className="upload-label">
        {sending.isPending ? say({ zh: '正在上传并比对…', en: 'Sending and comparing…' }) : label}
      </label>
      {sending.data?.again && <Again view={sending.data} />}
      <Refusal error={sending.error} />
    </span>
  )
}

/** The very same file was taken in before. */
function Again({ view }: { readonly view: ImportView }) {
  const say = useText()
  const at = readableMoment(view.createdAt)
  const { created, updated } = view.counts
  return (
    <p role="status" className="notice">
      {say({
        zh: `这个文件已于 ${at} 导入过（新建 ${created} 条，修改 ${updated} 条），这次没有重复导入。`,
        en: `This very file was imported at ${at} (${created} created, ${updated} changed): nothing was done again.`,
      })}
    </p>
  )
}
