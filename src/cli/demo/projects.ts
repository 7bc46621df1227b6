import { recordEndpoints } from '../../kernel/record-endpoints.ts'
import { evidence, liaison, project } from '../../modules/projects/contract/project.ts'
import { advanceProject, setBasis, turnProject } from '../../modules/projects/contract.ts'
import type { ProjectScript } from './data.ts'
import { type Act, kept, refOf, type Telling } from './script.ts'

const doors = {
  project: recordEndpoints(project).create,
  liaison: recordEndpoints(liaison).create,
  evidence: recordEndpoints(evidence).create,
}

/** A project from its entry as a lead: who looks after it, its facts, its stages with their evidence, and what stopped it. */
export function projectActs(telling: Telling, told: ProjectScript): Act[] {
  return [
    entered(telling, told),
    ...told.liaisons.map((one, i) => assigned(telling, told, { ...one, i })),
    ...basisSet(telling, told),
    ...told.stages.flatMap((stage) => reached(telling, told, stage)),
    ...turned(telling, told),
  ]
}

function entered({ zone, script, days }: Telling, told: ProjectScript): Act {
  const { key, on, name, kind, enterprise, summary, industryCode, investmentYuan, signedOn } = told
  const code = `project:${key}`
  const place = script.projects.indexOf(told) + 1
  return {
    key: code,
    at: days.at(on, 600),
    by: 'promoter',
    run: async ({ call, id }) => {
      const made = await call(doors.project, {
        ...{ name, kind, summary, enterpriseId: id(`enterprise:${enterprise}`) },
        ...(industryCode !== undefined && { industryCode }),
        ...(investmentYuan !== undefined && { investmentYuan }),
        ...(signedOn !== undefined && { signedOn: days.day(signedOn), nationalCode: nationalCode(days.day(signedOn)) }),
      })
      return kept(code, made)
    },
  }

  /** Of the division 000000, which does not exist. */
  function nationalCode(day: string): string {
    const serial = String(zone.place * 1000 + place).padStart(6, '0')
    return `${day.slice(2, 4)}${day.slice(5, 7)}-000000-04-01-${serial}`
  }
}

type Assignment = ProjectScript['liaisons'][number] & { readonly i: number }

function assigned({ days }: Telling, { key, on }: ProjectScript, { person, role, i }: Assignment): Act {
  return {
    key: `liaison:${key}/${i}`,
    at: days.at(on, 660 + i),
    by: 'leader',
    run: async ({ call, id }) => {
      const place = { projectId: id(`project:${key}`), personId: id(`person:${person}`) }
      return kept(`liaison:${key}/${i}`, await call(doors.liaison, { ...place, role, since: days.day(on) }))
    },
  }
}

function basisSet({ days, data }: Telling, { key, basis }: ProjectScript): Act[] {
  if (!basis) return []
  const facts = { ...data.facts.get(basis.like), ...basis.facts }
  return [
    {
      key: `basis:${key}`,
      at: days.at(basis.startOn, 420),
      by: 'agent',
      run: async ({ call, id }) => {
        const asked = { id: id(`project:${key}`), version: 0, facts, startOn: days.day(basis.startOn) }
        const { version } = await call(setBasis, asked)
        return { [`basis:${key}`]: { id: asked.id, version } }
      },
    },
  ]
}

function reached({ days }: Telling, { key }: ProjectScript, stage: ProjectScript['stages'][number]): Act[] {
  const by = 'agent'
  const proofs = stage.evidence.map(([kind, title], i): Act => {
    const name = `evidence:${key}/${stage.to}/${i}`
    return {
      key: name,
      at: days.at(stage.on, 840 + i),
      by,
      run: async ({ call, id }) => {
        const proof = { projectId: id(`project:${key}`), kind, title, happenedOn: days.day(stage.on) }
        return kept(name, await call(doors.evidence, proof))
      },
    }
  })
  const moved: Act = {
    key: `stage:${key}/${stage.to}`,
    at: days.at(stage.on, 900),
    by,
    run: async ({ call, ref }) => {
      const answer = await call(advanceProject, { ...refOf(ref(`project:${key}`)), to: stage.to })
      return { [`project:${key}`]: refOf(answer) }
    },
  }
  return [...proofs, moved]
}

function turned({ days }: Telling, { key, turn }: ProjectScript): Act[] {
  if (!turn) return []
  const { on, ...told } = turn
  return [
    {
      key: `turn:${key}`,
      at: days.at(on, 960),
      by: 'leader',
      run: async ({ call, ref }) => {
        const answer = await call(turnProject, { ...refOf(ref(`project:${key}`)), ...told })
        return { [`project:${key}`]: refOf(answer) }
      },
    },
  ]
}
