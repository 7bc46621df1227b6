import { Input } from 'antd'
import { useId } from 'react'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { useText } from '../../../../web/text.tsx'
import { ShelfOffer } from '../../../papers/web/panels.tsx'

interface Given {
  readonly note: string
  readonly fileId: string | null
}

interface PaperFileProps {
  readonly project: string
  /** Code of the paper. */
  readonly paper: string
  readonly name: string
  readonly value: Given
  readonly onChange: (part: Partial<Given>) => void
}

/** A paper as it is handed in: a file, or words where the original goes over the counter. */
export function PaperFile({ project, paper, name, value, onChange }: PaperFileProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="paper-file">
      <ShelfOffer
        project={project}
        paper={paper}
        chosen={value.fileId}
        onUse={({ fileId, fileName }) => onChange({ fileId, ...(value.note === '' && { note: fileName }) })}
      />
      <UploadButton
        name={name}
        given={value.fileId !== null}
        onFile={({ id: fileId, name: fileName }) => onChange({ fileId, ...(value.note === '' && { note: fileName }) })}
      />
      <label htmlFor={id} className="visually-hidden">
        {say({ zh: `${name}：说明`, en: `${name}: note` })}
      </label>
      <Input
        id={id}
        value={value.note}
        maxLength={500}
        placeholder={say({ zh: '说明（如：原件已交窗口）', en: 'Note (e.g. original at the window)' })}
        onChange={(event) => onChange({ note: event.target.value })}
      />
    </div>
  )
}
