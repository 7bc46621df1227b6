import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { PromotionChannel } from '../../../modules/promotion/contract/channel.ts'
import { Enclave } from '../../../modules/promotion/contract/enclave.ts'
import { enterLeads } from '../../../modules/promotion/contract/entering.ts'
import { Fund } from '../../../modules/promotion/contract/fund.ts'
import { noteVisits } from '../../../modules/promotion/contract/lead-steps.ts'
import { TeamPart } from '../../../modules/promotion/contract/team-part.ts'
import { personName, phone } from '../names.ts'
import { demoPart } from '../part.ts'
import { dayAfter } from '../promotion/days.ts'
import { progressActs } from '../promotion/progress.ts'
import { Told } from '../promotion/told.ts'
import { type Act, foundation, kept, type Telling } from '../script.ts'

const doors = {
  fund: recordEndpoints(Fund).create,
  enclave: recordEndpoints(Enclave).create,
  channel: recordEndpoints(PromotionChannel).create,
  teamPart: recordEndpoints(TeamPart).create,
}
const by = 'promoter'
const opened = foundation + 10
/** Contacts of leads stand after those of enterprises. */
const firstContact = 400

/** Funds, enclaves, ways, and who does what in 1+1+N. */
function groundActs({ days }: Telling, told: Told): Act[] {
  const at = (minutes: number) => days.at(opened, minutes)
  return [
    ...told.funds.map(({ key, setUpOn, ...fund }): Act => {
      const act = { key: `fund:${key}`, at: at(600), by }
      return {
        ...act,
        run: async ({ call }) => kept(act.key, await call(doors.fund, { ...fund, setUpOn: days.day(setUpOn) })),
      }
    }),
    ...told.enclaves.map(({ key, openedOn, ...enclave }): Act => {
      const act = { key: `enclave:${key}`, at: at(601), by }
      return {
        ...act,
        run: async ({ call }) => kept(act.key, await call(doors.enclave, { ...enclave, openedOn: days.day(openedOn) })),
      }
    }),
    ...told.channels.map(({ key, fund, enclave, team, ...channel }): Act => {
      const act = { key: `channel:${key}`, at: at(610), by }
      return {
        ...act,
        run: async ({ call, id }) =>
          kept(
            act.key,
            await call(doors.channel, {
              ...channel,
              ...(fund !== undefined && { fundId: id(`fund:${fund}`) }),
              ...(enclave !== undefined && { enclaveId: id(`enclave:${enclave}`) }),
              ...(team !== undefined && { teamId: id(`team:${team}`) }),
            }),
          ),
      }
    }),
    ...told.teamParts.map(({ team, ...part }): Act => {
      const act = { key: `team-part:${team}`, at: at(620), by }
      return {
        ...act,
        run: async ({ call, id }) => kept(act.key, await call(doors.teamPart, { ...part, teamId: id(`team:${team}`) })),
      }
    }),
  ]
}

/** Lists of leads as they come in from time to time, each through the door for many. */
function leadActs({ zone, days }: Telling, told: Told): Act[] {
  let place = firstContact
  return told.batches.map(({ on, leads }): Act => {
    const rows = leads.map(({ key, foundOn, channel, owner, contactPost, phoneOf, ...lead }) => {
      const own = place++
      return { key, foundOn: days.day(foundOn), channel, owner, lead, contactPost, own, phoneOf }
    })
    const numbers = new Map(rows.map(({ key, own }) => [key, own]))
    return {
      ...{ key: `leads:${on}`, at: days.at(on, 630), by },
      run: async ({ call, id }) => {
        const { ids } = await call(enterLeads, {
          leads: rows.map(({ lead, foundOn, channel, owner, contactPost, own, phoneOf }) => ({
            ...{ teamId: null, ...lead, foundOn, channelId: id(`channel:${channel}`) },
            ownerId: owner === undefined ? null : id(`person:${owner}`),
            contact: {
              name: personName(zone.place, own),
              ...{
                post: contactPost,
                phone: phone(zone.place, phoneOf === undefined ? own : (numbers.get(phoneOf) ?? own)),
              },
            },
          })),
        })
        return Object.fromEntries(rows.map(({ key }, i) => [`lead:${key}`, { id: ids[i] ?? '', version: 1 }]))
      },
    }
  })
}

/** Days of which the calls and visits are noted together, at the last of them. */
const together = 3
const lastOf = (on: number): number => Math.min(-1, Math.floor(on / together) * together + together - 1)

/** Calls and visits, those of a few days through the door for many. */
function visitActs({ days }: Telling, { visits }: Told): Act[] {
  const rows = visits.flatMap(({ on, rows: own }) => own.map((row) => ({ on, row })))
  return [...Map.groupBy(rows, ({ on }) => lastOf(on))].map(
    ([last, noted]): Act => ({
      ...{ key: `lead-visits:${last}`, at: days.at(last, 1020), by },
      run: async ({ call, id }) => {
        await call(noteVisits, {
          visits: noted.map(({ on, row: { lead, nextIn, ...visit } }) => ({
            ...{ ...visit, leadId: id(`lead:${lead}`), happenedOn: days.day(on) },
            nextOn: nextIn === null ? null : dayAfter(days.day(on), nextIn),
          })),
        })
        return {}
      },
    }),
  )
}

export const part = demoPart({
  schema: Told,
  acts: (telling, told) => [
    ...groundActs(telling, told),
    ...leadActs(telling, told),
    ...visitActs(telling, told),
    ...told.progress.flatMap((one) => progressActs(telling, one)),
  ],
})
