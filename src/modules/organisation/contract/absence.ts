import { choice, date, ref } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** Days on which a person is away, and who acts instead (委托). Both days belong to it. */
export const Absence = recordKind({
  name: 'organisation.absence',
  path: 'absences',
  table: 'organisation.absences',
  labels: { one: { zh: '请假委托', en: 'Absence' }, many: { zh: '请假委托', en: 'Absences' } },
  fields: {
    personId: ref({
      label: { zh: '人员', en: 'Person' },
      to: 'organisation.person',
      required: true,
      filter: true,
      writable: 'once',
    }),
    fromOn: date({ label: { zh: '自', en: 'From' }, example: '2026-03-02', required: true, filter: true, sort: true }),
    toOn: date({ label: { zh: '至', en: 'To' }, example: '2026-03-06', required: true, filter: true }),
    delegateId: ref({ label: { zh: '委托给', en: 'Delegate' }, to: 'organisation.person', filter: true }),
    reason: choice({
      label: { zh: '事由', en: 'Reason' },
      options: {
        leave: { zh: '休假', en: 'Leave' },
        sick: { zh: '病假', en: 'Sick leave' },
        travel: { zh: '出差', en: 'Travel' },
        training: { zh: '培训', en: 'Training' },
        other: { zh: '其他', en: 'Other' },
      },
      example: 'travel',
      required: true,
    }),
  },
  list: ['personId', 'fromOn', 'toOn', 'delegateId', 'reason'],
  sort: '-fromOn',
  search: [],
  access: { read: 'organisation.read', write: 'organisation.delegate' },
  check: ({ fromOn, toOn, personId, delegateId }) => [
    ...(String(toOn) < String(fromOn)
      ? [{ field: 'toOn', text: { zh: '结束日不能早于开始日。', en: 'The last day cannot lie before the first.' } }]
      : []),
    ...(personId === delegateId
      ? [{ field: 'delegateId', text: { zh: '不能委托给本人。', en: 'Nobody can be their own delegate.' } }]
      : []),
  ],
})
