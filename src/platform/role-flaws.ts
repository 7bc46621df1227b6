import { sql } from 'kysely'
import type pg from 'pg'
import { Problem } from '../kernel/problem.ts'
import type { Database } from './module.ts'

/** What would make row-level security meaningless; each question answers true when the role has the flaw. */
interface Flaw {
  readonly en: string
  readonly zh: string
  /** A condition over the role `r`. */
  readonly question: string
}

const flaws: readonly Flaw[] = [
  { en: 'is a superuser', zh: '是超级用户', question: 'r.rolsuper' },
  { en: 'bypasses row security', zh: '可绕过行级安全', question: 'r.rolbypassrls' },
  {
    en: 'may create roles, databases or replicate',
    zh: '可建角色、建库或复制',
    question: 'r.rolcreaterole or r.rolcreatedb or r.rolreplication',
  },
  {
    en: 'owns objects',
    zh: '拥有数据库对象',
    question: `exists (select from pg_shdepend d
      where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o')`,
  },
  {
    en: "is a member of the tables' owner",
    zh: '是表所有者的成员',
    question: `exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and pg_has_role(r.oid, c.relowner, 'member'))`,
  },
]

/** Not asked before the grants: they take back what a table that has become append-only allowed before. */
const flawsOfGrants: readonly Flaw[] = [
  {
    en: 'may change or delete what is append-only',
    zh: '可改动只增不改的记录',
    question: `exists (select from pg_class c
      where c.relkind in ('r', 'p') and obj_description(c.oid, 'pg_class') ~ '^append-only'
        and (has_any_column_privilege(r.oid, c.oid, 'update') or has_table_privilege(r.oid, c.oid, 'delete, truncate, trigger')))`,
  },
]

/** One row with one answer a flaw; `role` is an SQL expression. */
function questionsAbout(role: string, asked: readonly Flaw[]): string {
  const answers = asked.map(({ question }, i) => `${question} as flaw${i}`)
  return `select ${answers.join(', ')} from pg_roles r where r.rolname = ${role}`
}

function refuseFlaws(asked: readonly Flaw[], answers: Readonly<Record<string, boolean>> | undefined): void {
  const found = asked.filter((_flaw, i) => answers?.[`flaw${i}`])
  if (found.length === 0) return
  const text = {
    zh: `程序的数据库角色不安全：${found.map((f) => f.zh).join('；')}。请换用没有这些权限的角色。`,
    en: `The program's database role is unsafe: it ${found.map((f) => f.en).join(', ')}. Use a role without these rights.`,
  }
  throw new Problem('forbidden', 'database.role_unsafe', text, { flaws: found.map((f) => f.en) })
}

/** Refuses to serve with a connection whose role makes row-level security meaningless, naming every flaw. */
export async function checkAppRole(db: Database): Promise<void> {
  const asked = [...flaws, ...flawsOfGrants]
  const { rows } = await sql<Record<string, boolean>>`${sql.raw(questionsAbout('current_user', asked))}`.execute(db)
  refuseFlaws(asked, rows[0])
}

/** The same, asked by the owner before it grants anything; a role that does not exist yet has no flaw. */
export async function checkNamedRole(client: pg.ClientBase, role: string): Promise<{ readonly exists: boolean }> {
  const { rows } = await client.query<Record<string, boolean>>(questionsAbout('$1', flaws), [role])
  refuseFlaws(flaws, rows[0])
  return { exists: rows.length > 0 }
}
