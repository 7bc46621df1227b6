import { defineModule } from '../../../platform/module.ts'
import { Absence } from '../contract/absence.ts'
import { Department } from '../contract/department.ts'
import { Duty } from '../contract/duty.ts'
import { Person } from '../contract/person.ts'
import { Team, TeamMember } from '../contract/team.ts'
import { findPerson, listDepartments } from './api.ts'
import { figures } from './figures.ts'

export default defineModule({
  name: 'organisation',
  figures,
  handlers: [],
  departments: {
    list: listDepartments,
    departmentOf: async (db, zoneId, personId) => (await findPerson(db, zoneId, personId))?.departmentId ?? null,
  },
  records: [Department, Person, Team, TeamMember, Duty, Absence],
  grants: {
    'organisation.read': [
      'leader',
      'officer',
      'agent',
      'promoter',
      'operator',
      'supervisor',
      'admin',
      'security',
      'audit',
    ],
    'organisation.write': ['admin'],
    'organisation.delegate': ['leader', 'officer', 'agent', 'promoter', 'operator', 'admin'],
    'organisation.reveal': ['leader', 'officer', 'agent', 'promoter', 'operator', 'admin'],
  },
})
