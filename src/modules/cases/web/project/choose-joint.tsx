import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import { usePlanNames } from '../../../plans/web/panels.tsx'
import { JointDrawer } from './joint-drawer.tsx'

interface ChooseJointProps {
  readonly project: string
  /** Matters that can be filed now. */
  readonly codes: readonly string[]
}

/** Several of what can be filed now, on one form: ticked here, filed together. */
export function ChooseJoint({ project, codes }: ChooseJointProps) {
  const say = useText()
  const names = usePlanNames()
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [open, setOpen] = useState(false)
  if (codes.length < 2 || names === null) return null
  const chosen = ticked.filter((code) => codes.includes(code))
  return (
    <details className="choose-joint">
      <summary>
        {say({ zh: '多证合一：勾选几项，一表申请', en: 'Several on one form: tick and file together' })}
      </summary>
      <ul className="plain-list">
        {codes.map((code) => (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(code)}
                onChange={(event) =>
                  setTicked(event.target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
                }
              />{' '}
              {say(names.matter(code))} <span className="soft small">{names.authority(code)}</span>
            </label>
          </li>
        ))}
      </ul>
      <Button disabled={chosen.length < 2} onClick={() => setOpen(true)}>
        {say({ zh: `合并申请 ${chosen.length} 项`, en: `File ${chosen.length} together` })}
      </Button>
      {open && (
        <JointDrawer
          project={project}
          matters={chosen}
          onClose={() => setOpen(false)}
          onFiled={() => {
            setOpen(false)
            setTicked([])
          }}
        />
      )}
    </details>
  )
}
