import { muFromSqm } from '../../../../kernel/area.ts'
import { useText } from '../../../../web/text.tsx'

/** An area in mu. */
export function Mu({ sqm }: { readonly sqm: number }) {
  const say = useText()
  const mu = muFromSqm(sqm)
  return <span className="number">{say({ zh: `${mu} 亩`, en: `${mu} mu` })}</span>
}
