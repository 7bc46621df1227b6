import type pg from 'pg'
import type { Asked } from './ask.ts'

type Tables = ReadonlyMap<string, ReadonlySet<string>>

/** What requests have left in the database, looked at from the database's side: by door the tables whose rows they touched. */
export interface Witness {
  /** Looks at what the request has left. To be called once after each. */
  readonly after: (asked: Asked) => Promise<void>
  /** What was done until now was no request's doing. */
  readonly skip: () => Promise<void>
  /** Writing doors that succeeded and left an event at least once. */
  readonly told: ReadonlySet<string>
  /** Succeeded without an event, though rows were made, changed or deleted; reading doors as well as writing ones. */
  readonly silent: Tables
  /** Succeeded and left an event, but touched these in a transaction that held none. */
  readonly apart: Tables
  /** Were refused, though rows were touched in a transaction without an event. */
  readonly refused: Tables
  /** How many rows were made, changed and deleted beside their event. */
  readonly rows: Readonly<Record<Act, number>>
}

type Act = 'INSERT' | 'UPDATE' | 'DELETE'

interface Touched {
  readonly place: number
  readonly tx: string
  readonly relation: string
  readonly act: Act
  /** Of an event: the request that it says it is of. */
  readonly request: string | null
}

/** What every request may move, whoever asks for what: that a session was used, and the answer kept for when it is asked again. */
const ofEveryRequest = ({ relation, act }: Touched) =>
  relation === 'access.answers' || (relation === 'access.sessions' && act === 'UPDATE')
const journals = new Set(['journal.events', 'access.events'])

export async function witness(client: pg.Client): Promise<Witness> {
  await watchRows(client)
  const told = new Set<string>()
  const [silent, apart, refused] = [noTables(), noTables(), noTables()]
  const rows = { INSERT: 0, UPDATE: 0, DELETE: 0 }
  let seen = 0
  const touchedSince = async () => {
    const { rows: touched } = await client.query<Touched>({
      name: 'touched',
      text: 'select place::integer, tx::text, relation, act, request from witness.touched where place > $1 order by place',
      values: [seen],
    })
    seen = touched.at(-1)?.place ?? seen
    return touched
  }
  return {
    ...{ told, silent, apart, refused, rows },
    async skip() {
      await touchedSince()
    },
    async after({ door, answer, requestId }) {
      const touched = await touchedSince()
      const events = new Set(touched.flatMap(({ tx, request }) => (request === requestId ? [tx] : [])))
      const good = answer.status >= 200 && answer.status < 300
      if (good && events.size > 0 && door.endpoint.effect === 'write') told.add(door.name)
      for (const one of touched) {
        if (ofEveryRequest(one) || journals.has(one.relation)) continue
        if (events.has(one.tx)) rows[one.act] += 1
        else note(good ? (events.size > 0 ? apart : silent) : refused, door.name, one.relation)
      }
    },
  }
}

const noTables = () => new Map<string, Set<string>>()

function note(tables: Map<string, Set<string>>, door: string, relation: string): void {
  tables.set(door, (tables.get(door) ?? new Set()).add(relation))
}

/**
 * Of this test's own copy of the database: whichever row is made, changed or deleted, by whatever statement or foreign key, is written down with its transaction.
 * The product itself has no triggers.
 */
async function watchRows(client: pg.Client): Promise<void> {
  await client.query(`
    create schema witness;
    create unlogged table witness.touched (place bigint generated always as identity primary key, tx xid8 not null,
      relation text not null, act text not null, request text);
    create function witness.note() returns trigger language plpgsql security definer as $$
    begin
      insert into witness.touched (tx, relation, act) values (pg_current_xact_id(), tg_argv[0], tg_op);
      return null;
    end $$;
    create function witness.note_event() returns trigger language plpgsql security definer as $$
    begin
      insert into witness.touched (tx, relation, act, request) values (pg_current_xact_id(), tg_argv[0], tg_op, new.request_id);
      return null;
    end $$;
    do $$
    declare name text;
    begin
      for name in select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'witness')
      loop
        execute format('create trigger witness after insert or update or delete on %s for each row execute function witness.%s(%L)', name,
          case when name in ('journal.events', 'access.events') then 'note_event' else 'note' end, name);
      end loop;
    end $$`)
}
