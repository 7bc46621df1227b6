import { z } from 'zod'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { Enterprise } from '../../../modules/enterprises/contract/enterprise.ts'
import { Reading, Tariff } from '../../../modules/leases/contract/reading.ts'
import { Rule } from '../../../modules/leases/contract/rule.ts'
import { exitLease, getLease, payBill, payDeposit, signLease } from '../../../modules/leases/contract.ts'
import { Before } from '../data.ts'
import { inventedUscc } from '../names.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Telling } from '../script.ts'

const Told = z.strictObject({
  note: z.string(),
  /** Day on which rule and prices begin. */
  ruledOn: Before,
  lessees: z.array(z.strictObject({ key: z.string(), name: z.string(), industryCode: z.string(), on: Before })),
  leases: z.array(
    z.strictObject({
      number: z.string(),
      lessee: z.string(),
      units: z.array(z.string()),
      on: Before,
      months: z.number().positive(),
      rate: z.string(),
      propertyRate: z.string(),
      deposit: z.string(),
      freeDays: z.int().default(0),
      /** Working day before the demonstration up to whose due days everything was paid. */
      paidUntil: Before,
      /** Ended early on this day. */
      endedOn: Before.optional(),
    }),
  ),
  readings: z.array(z.strictObject({ unit: z.string(), on: Before, value: z.number() })),
})
type Told = z.infer<typeof Told>
type ToldLease = Told['leases'][number]

const daysOfMonth = 30.4369

/** @public Found by its folder: rule, lessees, leases, meters and what was paid. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, told) => [
    ...ruleActs(telling, told),
    ...lesseeActs(telling, told),
    ...told.leases.flatMap((lease, i) => leaseActs(telling, lease, i)),
    ...told.readings.map(({ unit, on, value }, i): Act => {
      const readOn = telling.days.day(on)
      return {
        ...{ key: `reading:${i}`, at: telling.days.at(on, 1000 + i), by: 'operator' },
        run: async ({ call, id }) => {
          const title = `${unit} 电表 ${readOn}`
          await call(recordEndpoints(Reading).create, {
            title,
            unitId: id(`space-units:${unit}`),
            meter: 'power',
            readOn,
            value,
          })
          return {}
        },
      }
    }),
  ],
})

function ruleActs({ days }: Telling, { ruledOn }: Told): Act[] {
  const validFrom = days.day(ruledOn)
  return [
    {
      ...{ key: 'lease-rule', at: days.at(ruledOn, 690), by: 'officer' },
      run: async ({ call }) => {
        const warn = { warnFirst: 90, warnSecond: 60, warnLast: 30, idleMonths: 6 }
        const rule = { title: '载体租赁规则（样例）', ...warn, lateFeePerDay: 0.0005, renewalRise: 0.03 }
        await call(recordEndpoints(Rule).create, { ...rule, validFrom, source: '载体租赁管理办法（样例）第12条' })
        return {}
      },
    },
    {
      ...{ key: 'lease-price', at: days.at(ruledOn, 695), by: 'operator' },
      run: async ({ call }) => {
        const price = { title: '园区转供电价（样例）', meter: 'power' as const, price: 0.62 }
        await call(recordEndpoints(Tariff).create, { ...price, validFrom, source: '供电公司转供电价格公示（样例）' })
        return {}
      },
    },
  ]
}

function lesseeActs({ zone, days }: Telling, { lessees }: Told): Act[] {
  return lessees.map(({ key, name, industryCode, on }, i) => ({
    ...{ key: `enterprise:${key}`, at: days.at(on, 610 + i), by: 'promoter' },
    run: async ({ call }) => {
      const uscc = inventedUscc(zone.place, firstCode + i)
      const known = { uscc, industryEdition: 2017 as const, registeredOn: days.day(on), status: 'operating' as const }
      return kept(`enterprise:${key}`, await call(recordEndpoints(Enterprise).create, { name, industryCode, ...known }))
    },
  }))
}

/** The codes of the zone's script and of its other enterprises come before these. */
const firstCode = 401

function leaseActs({ days }: Telling, lease: ToldLease, i: number): Act[] {
  const { number, on, months, paidUntil, endedOn, freeDays } = lease
  const startsOn = days.day(on)
  const after = (count: number) => dayFromNumber(dayNumber(startsOn) + count)
  const name = `lease:${number}`
  const sign: Act = {
    ...{ key: name, at: days.at(on, 720 + i), by: 'operator' },
    run: async ({ call, id }) => {
      const signed = await call(signLease, {
        ...{ number, enterprise: id(`enterprise:${lease.lessee}`), startsOn, dueDay: 10, noticeDays: 30 },
        ...{
          units: lease.units.map((unit) => id(`space-units:${unit}`)),
          endsOn: after(Math.round(months * daysOfMonth) - 1),
        },
        ...{ steps: [{ from: startsOn, rate: lease.rate }], propertyRate: lease.propertyRate, deposit: lease.deposit },
        freePeriods: freeDays === 0 ? [] : [{ from: startsOn, to: after(freeDays - 1) }],
      })
      const { version } = signed
      await call(payDeposit, { id: signed.id, version, happenedOn: startsOn, document: `押金回单 ${number}` })
      return { [name]: { id: signed.id, version: version + 1 } }
    },
  }
  return [sign, ...(endedOn === undefined ? [] : [leaving(name, days, endedOn)]), paying(name, days, paidUntil, i)]
}

function leaving(name: string, days: Telling['days'], endedOn: number): Act {
  return {
    ...{ key: `${name}/exit`, at: days.at(endedOn, 900), by: 'operator' },
    run: async ({ call, id }) => {
      const { version } = await call(getLease, { id: id(name) })
      const on = days.day(endedOn)
      const reason = '企业扩产，迁入自建厂房'
      await call(exitLease, { id: id(name), version, noticeOn: on, endsOn: on, reason, agreed: '双方同意' })
      return {}
    },
  }
}

/** Everything that was due by then, each on its day. */
function paying(name: string, days: Telling['days'], until: number, i: number): Act {
  return {
    ...{ key: `${name}/paid`, at: days.at(until, 940 + i), by: 'operator' },
    run: async ({ call, id }) => {
      const { bills, number } = await call(getLease, { id: id(name) })
      const day = days.day(until)
      for (const bill of bills.filter(({ state, dueOn }) => state === 'due' && dueOn <= day)) {
        const proof = { document: `转账 ${number} ${bill.from}`, receipt: `票 ${number} ${bill.from}` }
        await call(payBill, { id: bill.id, version: bill.version, happenedOn: bill.dueOn, ...proof, fileId: null })
      }
      return {}
    },
  }
}
