import { recordEndpoints } from '../../kernel/record-endpoints.ts'
import { Department } from '../../modules/organisation/contract/department.ts'
import { Duty } from '../../modules/organisation/contract/duty.ts'
import { Person } from '../../modules/organisation/contract/person.ts'
import { Team, TeamMember } from '../../modules/organisation/contract/team.ts'
import type { Organisation } from './data.ts'
import { personName, phone } from './names.ts'
import { type Act, foundation, kept, type Telling } from './script.ts'

const doors = {
  department: recordEndpoints(Department).create,
  duty: recordEndpoints(Duty).create,
  person: recordEndpoints(Person).create,
  team: recordEndpoints(Team).create,
  member: recordEndpoints(TeamMember).create,
}
const by = 'admin'
const opensAt = 540

/** The administrator's first day: departments, who works there, and which authority of the catalogue each department answers for. */
export function organisationActs(telling: Telling): Act[] {
  const { departments, people } = telling.data.organisation
  return [
    ...departments.map((told, i) => departmentAct(telling, told, i)),
    ...people.map((told, i) => personAct(telling, told, i)),
    ...departments.flatMap((told) => dutyActs(telling, told)),
  ]
}

type ToldDepartment = Organisation['departments'][number]

function departmentAct({ days }: Telling, { key, name, shortName }: ToldDepartment, i: number): Act {
  const code = `department:${key}`
  return {
    key: code,
    at: days.at(foundation, opensAt + i),
    by,
    run: async ({ call }) => kept(code, await call(doors.department, { name, shortName, phone: `000-${1000 + i}` })),
  }
}

function personAct({ zone, days }: Telling, told: Organisation['people'][number], i: number): Act {
  const code = `person:${told.key}`
  return {
    key: code,
    at: days.at(foundation, opensAt + 60 + i),
    by,
    run: async ({ call, id }) => {
      const named = { name: personName(zone.place, i), title: told.title, phone: phone(zone.place, i) }
      return kept(code, await call(doors.person, { ...named, departmentId: id(`department:${told.department}`) }))
    },
  }
}

function dutyActs({ days }: Telling, { key, authorities }: ToldDepartment): Act[] {
  return authorities.map((authority, i) => {
    const code = `duty:${key}/${i}`
    return {
      key: code,
      at: days.at(foundation, opensAt + 120 + i),
      by,
      run: async ({ call, id }) =>
        kept(code, await call(doors.duty, { authority, departmentId: id(`department:${key}`) })),
    }
  })
}

/** Task forces and other teams, with their members. */
export function teamActs({ script, days }: Telling): Act[] {
  return script.teams.flatMap(({ key, lead, department, members, ...team }) => {
    const act = { at: days.at(foundation + 5, 600), by }
    const made: Act = {
      ...act,
      key: `team:${key}`,
      run: async ({ call, id }) => {
        const places = { leadId: id(`person:${lead}`), departmentId: id(`department:${department}`) }
        return kept(`team:${key}`, await call(doors.team, { ...team, ...places }))
      },
    }
    const joined = members.map((person): Act => {
      const code = `member:${key}/${person}`
      return {
        ...act,
        key: code,
        run: async ({ call, id }) => {
          const place = { teamId: id(`team:${key}`), personId: id(`person:${person}`) }
          return kept(code, await call(doors.member, place))
        },
      }
    })
    return [made, ...joined]
  })
}
