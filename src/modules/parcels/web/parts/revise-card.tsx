import { Button } from 'antd'
import { type ComponentProps, useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import { ReviseForm } from './revise-form.tsx'

type ReviseCardProps = Omit<ComponentProps<typeof ReviseForm>, 'onDone'>

/** Opens the form by which the papers of a parcel change. */
export function ReviseCard(props: ReviseCardProps) {
  const say = useText()
  const [isOpen, setOpen] = useState(false)
  if (!isOpen)
    return (
      <p className="form-actions">
        <Button onClick={() => setOpen(true)}>
          {say({ zh: '变更登记面积、供地类型或征转情况', en: 'Change area, kind of land or conversion' })}
        </Button>
      </p>
    )
  return (
    <section className="card">
      <h2>{say({ zh: '变更登记', en: 'Change by document' })}</h2>
      <ReviseForm key={props.version} {...props} onDone={() => setOpen(false)} />
    </section>
  )
}
