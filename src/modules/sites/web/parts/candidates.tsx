import type { RefObject } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { Candidate, Found } from '../../contract/find.ts'
import { CandidateCard } from './candidate-card.tsx'
import { CandidateTable } from './candidate-table.tsx'

const groups = {
  fits: { zh: '符合', en: 'They fit' },
  unknown: { zh: '关键条件没有登记，要先问清', en: 'Something decisive is not recorded: ask first' },
  misses: { zh: '有必备条件不符合', en: 'Something needed is missed' },
} as const satisfies Record<Candidate['standing'], unknown>

interface Props {
  readonly found: Found
  readonly head: RefObject<HTMLHeadingElement | null>
}

/** What fits, what is not known, what misses: three lists, each the best first. */
export function Candidates({ found, head }: Props) {
  const say = useText()
  const { candidates } = found
  const count = (standing: Candidate['standing']) => candidates.filter((one) => one.standing === standing).length
  return (
    <section>
      <h2 ref={head} tabIndex={-1} className="sites-head">
        {say({
          zh: `${count('fits')} 处符合，${count('unknown')} 处待问清，${count('misses')} 处不符合`,
          en: `${count('fits')} fit, ${count('unknown')} to ask about, ${count('misses')} miss something`,
        })}
      </h2>
      {candidates.length === 0 && (
        <p className="soft">
          {say({
            zh: '没有这类可供的地块或空间。登记地块、或把单元标为“对外招商”后会出现在这里。',
            en: 'Nothing of this kind is to be had. Parcels and units offered to investors will stand here.',
          })}
        </p>
      )}
      {(Object.keys(groups) as Candidate['standing'][]).map((standing) => {
        const some = candidates.filter((one) => one.standing === standing)
        if (some.length === 0) return null
        const list = (
          <ol className="sites-list">
            {some.map((one) => (
              <li key={one.id}>
                <CandidateCard candidate={one} needs={found.needs} />
              </li>
            ))}
          </ol>
        )
        if (standing !== 'misses')
          return (
            <section key={standing}>
              <h3>{say(groups[standing])}</h3>
              {list}
            </section>
          )
        return (
          <details key={standing} open={count('fits') + count('unknown') === 0}>
            <summary>
              {say(groups[standing])} {some.length}
            </summary>
            {list}
          </details>
        )
      })}
      {candidates.length > 0 && <CandidateTable found={found} />}
    </section>
  )
}
