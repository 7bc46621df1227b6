import { useId, useState } from 'react'
import { useText } from '../../text.tsx'
import '../files/files.css'
import { compressed } from './compress.ts'

interface CameraButtonProps {
  /** What the picture shows: said to who does not see the button. */
  readonly name: string
  readonly className?: string
  readonly onPicture: (picture: { readonly blob: Blob; readonly name: string }) => void
}

/** Opens the camera of a phone; the picture is made small before it goes anywhere. */
export function CameraButton({ name, className, onPicture }: CameraButtonProps) {
  const say = useText()
  const id = useId()
  const [busy, setBusy] = useState(false)
  const take = async (file: File) => {
    setBusy(true)
    onPicture(await compressed(file))
    setBusy(false)
  }
  return (
    <span className="upload">
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept="image/*"
        capture="environment"
        disabled={busy}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) void take(file)
        }}
      />
      <label htmlFor={id} className={className ?? 'upload-label'}>
        {busy ? say({ zh: '正在压缩…', en: 'Making it small…' }) : say({ zh: '拍照', en: 'Photo' })}
        <span className="visually-hidden">：{name}</span>
      </label>
    </span>
  )
}
