import { recordEndpoints } from '../../kernel/record-endpoints.ts'
import { Contact } from '../../modules/enterprises/contract/contact.ts'
import { Enterprise } from '../../modules/enterprises/contract/enterprise.ts'
import { inventedUscc, personName, phone } from './names.ts'
import { type Act, kept, type Telling } from './script.ts'

const doors = { enterprise: recordEndpoints(Enterprise).create, contact: recordEndpoints(Contact).create }

/** Enterprises as the promoter registers them, each with somebody to talk to. */
export function enterpriseActs({ zone, script, days }: Telling): Act[] {
  return script.enterprises.flatMap(({ key, on, capital, ...told }, i) => {
    const by = 'promoter'
    const place = 100 + i
    const fields = {
      ...told,
      uscc: inventedUscc(zone.place, i + 1),
      registeredOn: days.day(on),
      registeredAddress: '示例路 1 号（虚构地址）',
      legalRepresentative: personName(zone.place, place),
      ...(told.industryCode !== undefined && { industryEdition: 2017 }),
      ...(capital !== undefined && { registeredCapital: capital }),
    }
    const contact = {
      name: personName(zone.place, place + 7),
      phone: phone(zone.place, place),
      post: '项目经理',
      main: true,
    }
    const acts: Act[] = [
      {
        key: `enterprise:${key}`,
        at: days.at(on, 570),
        by,
        run: async ({ call }) => kept(`enterprise:${key}`, await call(doors.enterprise, fields)),
      },
      {
        key: `contact:${key}`,
        at: days.at(on, 580),
        by,
        run: async ({ call, id }) =>
          kept(`contact:${key}`, await call(doors.contact, { ...contact, enterpriseId: id(`enterprise:${key}`) })),
      },
    ]
    return acts
  })
}
