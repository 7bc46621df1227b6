import { useText } from '../../../../web/text.tsx'
import { demandDoors, type Waiting } from '../../contract/waiting.ts'

/** What was decided last, and who moved by it and how. */
export function MovesList({ acts }: Pick<Waiting, 'acts'>) {
  const say = useText()
  if (acts.length === 0) return null
  return (
    <section className="card">
      <h2>{say({ zh: '最近的决定，谁因此变动', en: 'Last decisions, and who moved by them' })}</h2>
      <ul className="plain-list">
        {acts.map(({ id, verb, demand, on, by, reason, parcel, moves }) => (
          <li key={id}>
            <span className="number">{on}</span> {say({ zh: `${by}：`, en: `${by}: ` })}
            {say(demandDoors[verb].summary)} “{demand}”
            {parcel !== null && say({ zh: `（${parcel.name}）`, en: ` (${parcel.name})` })}
            {say({ zh: '。', en: '. ' })}
            {reason}
            <ul className="small">
              {moves.map((move) => (
                <li key={move.title}>
                  {say({ zh: `${move.title}：`, en: `${move.title}: ` })}
                  {move.fromRank === move.toRank
                    ? say({ zh: `仍第 ${move.toRank}`, en: `still ${move.toRank}` })
                    : say({ zh: `第 ${move.fromRank} → 第 ${move.toRank}`, en: `${move.fromRank} → ${move.toRank}` })}
                  {move.reachedBefore !== move.reachedAfter &&
                    (move.reachedAfter
                      ? say({ zh: '，现在可以保障', en: ', reached now' })
                      : say({ zh: '，现在转为候补', en: ', reached no longer' }))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
