import { useText } from '../../../../web/text.tsx'
import type { Promised } from '../../contract/views.ts'
import { idleStateLabels } from '../../contract/words.ts'
import './promises.css'

const marks = { quiet: '○', warning: '◆', idleFee: '▲', takeBack: '▲', stopped: '▲' } as const

export function IdleMark({ idle }: Pick<Promised, 'idle'>) {
  const say = useText()
  return (
    <span className={`idle-${idle.state}`}>
      {marks[idle.state]} {say(idleStateLabels[idle.state])}
      {idle.standing && say({ zh: '（计时中止）', en: ' (clock stands still)' })}
    </span>
  )
}
