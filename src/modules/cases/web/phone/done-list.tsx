import { Link } from '@tanstack/react-router'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { usePlanNames } from '../../../plans/web/panels.tsx'
import { evidenceLabels, stageLabels } from '../../../projects/contract/stage.ts'
import type { Dossier } from '../../../projects/contract.ts'
import { useAdvance, useEvidence } from '../../../projects/web/panels.tsx'
import { stepTable } from '../../contract/step-table.ts'
import { nextMatters } from '../project/next-matters.ts'
import { useCases, useRunning } from '../project/use-project.ts'

/** What may have been done since: one press records it, or leads to where it is recorded. */
export function DoneList({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const { zone } = useMember()
  const names = usePlanNames()
  const cases = useCases(dossier.id)
  const running = useRunning(dossier.id, dossier.basis !== null)
  const add = useEvidence(dossier.id)
  const advance = useAdvance(dossier)
  const waiting = (cases.data?.cases ?? []).flatMap((line) => {
    const verb = line.steps.find((step) => step === 'resubmit' || step === 'supply')
    return verb === undefined ? [] : [{ ...line, verb }]
  })
  const toFile = running.data ? nextMatters(running.data).filter(({ now }) => now) : []
  const { next } = dossier
  const project = { to: '/projects/$id', params: { id: dossier.id } } as const
  return (
    <>
      <ul className="done-list">
        {waiting.map(({ id, verb, matter }) => (
          <li key={id}>
            <Link {...project} search={{ zone: zone.code, view: 'cases', case: id }}>
              {say(stepTable[verb].label)}：{say(matter.name)}
            </Link>
          </li>
        ))}
        {names !== null &&
          toFile.map(({ code }) => (
            <li key={code}>
              <Link {...project} search={{ zone: zone.code, view: 'cases', file: code }}>
                {say({ zh: `申报：${names.matter(code).zh}`, en: `File: ${names.matter(code).en}` })}
              </Link>
            </li>
          ))}
        {dossier.condition === 'active' && next !== null && next.missing.length === 0 && (
          <li>
            <button type="button" disabled={advance.isPending} onClick={() => advance.mutate('next')}>
              {say({ zh: `进入“${stageLabels[next.stage].zh}”`, en: `Move to "${stageLabels[next.stage].en}"` })}
            </button>
          </li>
        )}
        {next?.missing.flat().map((kind) => (
          <li key={kind}>
            <button type="button" disabled={add.isPending} onClick={() => add.mutate({ kind, note: null })}>
              {say({
                zh: `已有凭证：${evidenceLabels[kind].zh}（今天）`,
                en: `Got: ${evidenceLabels[kind].en} (today)`,
              })}
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {add.isSuccess && say({ zh: '已记下。', en: 'Recorded.' })}
        <Refusal error={add.error ?? advance.error} />
      </div>
    </>
  )
}
