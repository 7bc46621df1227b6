import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { elements, need } from '../../../modules/guarantees/contract/need.ts'
import { deliverElement, promiseElement } from '../../../modules/guarantees/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { kept } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  needs: z.array(
    z.strictObject({
      project: z.string(),
      title: z.string(),
      element: z.enum(elements),
      quantity: z.number(),
      unit: z.string(),
      on: Before,
      /** Days before the demonstration: by when it is needed. */
      needed: Before,
      department: z.string(),
      promised: z.number().optional(),
      promisedFor: Before.optional(),
      delivered: z.number().optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

const create = recordEndpoints(need).create

/** What projects needed, and what was promised and delivered. */
export const part = demoPart<Told>({
  schema: Told,
  acts: ({ days }, { needs }) =>
    needs.flatMap(({ project, title, element, quantity, unit, on, needed, department, ...given }, i) => {
      const name = `need:${i}`
      const { promised, promisedFor = needed, delivered } = given
      return [
        {
          ...{ key: name, at: days.at(on, 800 + i), by: 'agent' },
          run: async ({ call, id }) => {
            const fields = { title, element, quantity, unit, projectId: id(project), neededOn: days.day(needed) }
            return kept(name, await call(create, fields))
          },
        },
        {
          ...{ key: `${name}/given`, at: days.at(Math.min(on + 2, -1), 830 + i), by: 'officer' },
          run: async ({ call, id, ref }) => {
            const shared = { id: ref(name).id, department: id(`department:${department}`), document: '保障函（样例）' }
            if (promised) await call(promiseElement, { ...shared, quantity: promised, dueOn: days.day(promisedFor) })
            const happenedOn = days.day(Math.min(on + 2, -1))
            if (delivered) await call(deliverElement, { ...shared, quantity: delivered, happenedOn })
            return {}
          },
        },
      ]
    }),
})
