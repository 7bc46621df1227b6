import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { type StoredFile, uploadFile } from '../../../platform/files/contract.ts'
import { upload } from '../../client.ts'
import { useText } from '../../text.tsx'
import { newKey } from '../new-key.ts'
import { Refusal } from '../refusal.tsx'
import { useMember } from '../session/use-work.ts'
import './files.css'

const accepted = '.pdf,.ofd,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.csv,.txt'

interface UploadButtonProps {
  /** What the file is: said to who does not see the button. */
  readonly name: string
  /** A file is there already: another one takes its place. */
  readonly given?: boolean
  readonly label?: string
  readonly className?: string
  /** What the file hangs on from the start; without it only the sender sees it until it is handed in with something. */
  readonly subject?: { readonly subjectKind: string; readonly subjectId: string }
  readonly onFile: (file: StoredFile) => void
}

/** Picks a file and sends it at once. */
export function UploadButton({ name, given = false, label, className, subject, onFile }: UploadButtonProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const sending = useMutation({
    mutationFn: (file: File) => upload(uploadFile, { zone: zone.code, ...subject }, { file, key: newKey() }),
    onSuccess: onFile,
  })
  const words = sending.isPending
    ? say({ zh: '正在上传…', en: 'Sending…' })
    : (label ?? say(given ? { zh: '✓ 换一个文件', en: '✓ Another file' } : { zh: '上传文件', en: 'Upload a file' }))
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
      <label htmlFor={id} className={className ?? 'upload-label'}>
        {words}
        <span className="visually-hidden">{say({ zh: `：${name}`, en: `: ${name}` })}</span>
      </label>
      {sending.data && (
        <span className="small soft" role="status">
          {sending.data.name}
        </span>
      )}
      <Refusal error={sending.error} />
    </span>
  )
}
