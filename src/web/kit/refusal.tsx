import { asProblem } from '../problem-answer.ts'
import { useText } from '../text.tsx'

/** Why something was refused, in one sentence where the eye is; nothing when it was not. */
export function Refusal({ error }: { readonly error: unknown }) {
  const say = useText()
  if (error === null || error === undefined) return null
  return (
    <p role="alert" className="notice notice-error">
      {say(asProblem(error).text)}
    </p>
  )
}
