import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { FollowedCase } from '../../contract.ts'

/** One case as a parcel is followed: with which department, since when, expected when, what the applicant does next. */
export function FollowedLine({ followed }: { readonly followed: FollowedCase }) {
  const say = useText()
  const { matter, next, expected } = followed
  return (
    <>
      <p>
        <strong>{say(matter)}</strong>
      </p>
      <p>{say(whereText(followed))}</p>
      {expected !== null && (
        <p className="small">
          {expected.from === expected.to
            ? say({ zh: `预计 ${expected.to} 前`, en: `Expected by ${expected.to}` })
            : say({
                zh: `预计 ${expected.from} 至 ${expected.to}`,
                en: `Expected between ${expected.from} and ${expected.to}`,
              })}
        </p>
      )}
      {next !== null && (
        <p>
          <strong>{say({ zh: `下一步请申请人：${next.zh}`, en: `Next, the applicant: ${next.en}` })}</strong>
        </p>
      )}
    </>
  )
}

function whereText({ department, state, since, used, total, waitsFor }: FollowedCase): Label {
  const days =
    used !== null && total !== null
      ? { zh: `第 ${used} 天/承诺 ${total} 天`, en: `day ${used} of promised ${total}` }
      : { zh: `自 ${since}`, en: `since ${since}` }
  return waitsFor === 'applicant'
    ? { zh: `等申请人：${state.zh}，自 ${since}`, en: `Waits for the applicant: ${state.en}, since ${since}` }
    : { zh: `在${department}${days.zh}：${state.zh}`, en: `With ${department}, ${days.en}: ${state.en}` }
}
