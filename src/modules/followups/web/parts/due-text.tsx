import { workdayCount } from '../../../../kernel/workday-count.ts'
import { useText } from '../../../../web/text.tsx'
import type { FollowUp } from '../../contract.ts'

/** By when, and how late; shape and words before colour. */
export function DueText({ followUp: { dueOn, late, state } }: { readonly followUp: FollowUp }) {
  const say = useText()
  if (late > 0) {
    const text = {
      zh: `▲ ${dueOn ?? ''} 应答复，已晚 ${late} 个工作日`,
      en: `▲ due on ${dueOn ?? ''}, ${workdayCount(late)} late`,
    }
    return <span className="follow-up-late">{say(text)}</span>
  }
  if (dueOn === null || state === 'accepted' || state === 'closed') return null
  return <span className="soft">{say({ zh: `○ ${dueOn} 前答复`, en: `○ to be answered by ${dueOn}` })}</span>
}
