import type { Label } from '../../kernel/label.ts'

/** One rule over the catalog: its query returns the objects that break it, one `object` a row. */
export interface Rule {
  readonly code: string
  readonly text: Label
  readonly query: string
}

/** Every table of ours: `zone` is the number of its zone_id column (null: a reference table), `owner` its owner. */
const tables = `with tables as (
  select c.oid, n.nspname || '.' || c.relname as name, c.relowner as owner, c.relacl,
    c.relrowsecurity, c.relforcerowsecurity, coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
    (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'zone_id' and not a.attisdropped) as zone
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
)`

function rule(code: string, zh: string, en: string, query: string): Rule {
  return { code, text: { zh, en }, query }
}

function tableRule(code: string, zh: string, en: string, query: string): Rule {
  return rule(code, zh, en, `${tables} ${query}`)
}

const keys = [
  tableRule(
    'key_without_zone',
    '带开发区的表，主键、唯一键和排他键必须以 zone_id 开头',
    'Primary, unique and exclusion keys of a zoned table start with zone_id',
    `select t.name || ' ' || i.indexrelid::regclass as object from tables t join pg_index i on i.indrelid = t.oid
     where t.zone is not null and (i.indisunique or i.indisexclusion) and i.indkey[0] <> t.zone`,
  ),
  tableRule(
    'no_primary_key',
    '每张表都有主键',
    'Every table has a primary key',
    `select t.name as object from tables t
     where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
  ),
  tableRule(
    'foreign_key_without_zone',
    '带开发区的表之间，外键两侧都以 zone_id 开头（指向全局表的外键不限）',
    'Foreign keys between zoned tables start with zone_id on both sides; those to reference tables are free',
    `select t.name || ' ' || k.conname as object from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
     join tables target on target.oid = k.confrelid
     where t.zone is not null and target.zone is not null and (k.conkey[1] <> t.zone or k.confkey[1] <> target.zone)`,
  ),
  tableRule(
    'reference_points_at_zone',
    '全局表不得引用带开发区的表',
    'A reference table points at no zoned table',
    `select t.name || ' ' || k.conname as object from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
     join tables target on target.oid = k.confrelid where t.zone is null and target.zone is not null`,
  ),
  tableRule(
    'foreign_key_action',
    '外键删除时只能 RESTRICT 或 CASCADE，更新时不得 SET NULL 或 SET DEFAULT',
    'Foreign keys RESTRICT or CASCADE on delete, and never set null or default',
    `select t.name || ' ' || k.conname as object from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
     where k.confdeltype not in ('r', 'c') or k.confupdtype in ('n', 'd')`,
  ),
]

const walls = [
  tableRule(
    'row_security_off',
    '带开发区的表必须启用并强制行级安全',
    'Row-level security of a zoned table is enabled and forced',
    `select t.name as object from tables t where t.zone is not null and not (t.relrowsecurity and t.relforcerowsecurity)`,
  ),
  tableRule(
    'no_policy',
    '带开发区的表必须有覆盖所有操作的行级策略',
    'A zoned table has a policy for all commands',
    `select t.name as object from tables t where t.zone is not null
     and not exists (select from pg_policy p where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive)`,
  ),
  tableRule(
    'policy_without_zone',
    '放行的策略必须比较 zone_id 与当前开发区',
    'A permissive policy compares zone_id with the zone in context',
    `select t.name || ' ' || p.polname as object from tables t join pg_policy p on p.polrelid = t.oid,
       lateral (select pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as checked) e
     where t.zone is not null and p.polpermissive
       and (coalesce(e.qual, e.checked, '') !~ '^\\(zone_id = .*luodi\\.zone_id[^=]*\\)$' or e.qual ~ ' OR '
         or (e.checked is not null and e.checked is distinct from e.qual))`,
  ),
  rule(
    'definer_function',
    '不得有 SECURITY DEFINER 函数',
    'No function is SECURITY DEFINER',
    `select p.oid::regprocedure::text as object from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`,
  ),
  rule(
    'view_of_owner',
    '视图必须 security_invoker，不得有物化视图',
    'A view is security_invoker, and no view is materialised',
    `select c.oid::regclass::text as object from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and (c.relkind = 'm'
       or (c.relkind = 'v' and not coalesce(c.reloptions::text[] && '{security_invoker=true,security_invoker=on}', false)))`,
  ),
]

const behaviour = [
  tableRule(
    'trigger',
    '不得有触发器或规则',
    'No table has a trigger or a rewrite rule',
    `select t.name || ' ' || g.tgname as object from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
     union all select t.name || ' ' || r.rulename from tables t join pg_rewrite r on r.ev_class = t.oid`,
  ),
  tableRule(
    'default_not_constant',
    '列默认值只能是常量：编号和时间由程序给出',
    'A column default is a constant: ids and times come from the program',
    `select t.name || '.' || a.attname as object from tables t join pg_attribute a on a.attrelid = t.oid
       left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
     where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~* '\\mcurrent_|\\mlocaltime'
       or exists (select from regexp_matches(pg_get_expr(d.adbin, d.adrelid), '([a-z_0-9]+)\\(', 'gi') as called (name)
         join pg_proc p on p.proname = called.name[1] where p.provolatile <> 'i')`,
  ),
]

const shape = [
  tableRule(
    'table_undeclared',
    '没有 zone_id 的表必须在注释中写明 reference',
    'A table without zone_id says "reference" in its comment',
    `select t.name as object from tables t where t.zone is null and t.comment !~ '^reference'`,
  ),
  tableRule(
    'standard_column',
    '带开发区的表缺少标准列，或类型不符',
    'A zoned table has the standard columns with their types',
    `select t.name || '.' || s.name as object from tables t cross join (values
       ('zone_id', 'uuid', true), ('id', 'uuid', true), ('version', 'integer', true),
       ('created_at', 'timestamp with time zone', true), ('created_by', 'text', true),
       ('updated_at', 'timestamp with time zone', true), ('updated_by', 'text', true),
       ('archived_at', 'timestamp with time zone', false)) as s (name, type, required)
     where t.zone is not null and not (t.comment ~ '^append-only' and s.name ~ '^(version|updated|archived)')
     and not exists (select from pg_attribute a where a.attrelid = t.oid and a.attname = s.name
       and not a.attisdropped and format_type(a.atttypid, a.atttypmod) = s.type and a.attnotnull = s.required)`,
  ),
  tableRule(
    'time_without_zone',
    '时刻必须用 timestamptz',
    'An instant is timestamptz',
    `select t.name || '.' || a.attname as object from tables t join pg_attribute a on a.attrelid = t.oid
     where a.atttypid in ('timestamp'::regtype, 'timestamp[]'::regtype) and not a.attisdropped`,
  ),
]

const roles = [
  tableRule(
    'append_only_changed',
    '只增不改的表，程序角色只能查询和插入',
    'Of an append-only table the app may select and insert only, and its comment says so',
    `select distinct t.name as object from tables t left join aclexplode(t.relacl) g on g.grantee <> t.owner
     where t.comment ~ '^append-only'
       and (t.comment <> 'append-only; app: select, insert' or g.privilege_type not in ('SELECT', 'INSERT'))`,
  ),
  tableRule(
    'public_grant',
    '不得把表授权给 PUBLIC',
    'No table is granted to PUBLIC',
    `select distinct t.name as object from tables t, aclexplode(t.relacl) g where g.grantee = 0`,
  ),
  tableRule(
    'role_too_strong',
    '能访问表的程序角色不得是超级用户、绕过行级安全、拥有对象或属于所有者',
    'A role that may use our tables is no superuser, bypasses nothing, owns nothing and is no member of an owner',
    `select distinct r.rolname as object from tables t, aclexplode(t.relacl) g join pg_roles r on r.oid = g.grantee
     where g.grantee <> t.owner and (r.rolsuper or r.rolbypassrls or pg_has_role(r.oid, t.owner, 'member')
       or exists (select from pg_shdepend d where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o'))`,
  ),
]

export const rules: readonly Rule[] = [...keys, ...walls, ...behaviour, ...shape, ...roles]
