import { Input } from 'antd'
import { useId } from 'react'
import { useText } from '../../../../web/text.tsx'

interface NumberFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** The number of the transfer, which stands for a file where there is none. */
export function NumberField({ value, onChange }: NumberFieldProps) {
  const say = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>
        {say({ zh: '转账流水号或缴款书号（没有文件时必填）', en: 'Number of the transfer (needed without a file)' })}
      </label>
      <Input id={id} maxLength={80} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
