-- create-database.sql: the two roles and the database of Enrol.
--
-- Run by       a superuser of PostgreSQL 18, once, connected to the database "postgres":
--                psql -d postgres -f create-database.sql
--              or statement by statement over JDBC, outside a transaction (CREATE DATABASE refuses one). A statement
--              ends with a semicolon at the end of a line, and only there; comments are whole lines.
-- Then         give both roles their passwords, which stand in no file:
--                ALTER ROLE enrol_owner PASSWORD '...'    ALTER ROLE enrol PASSWORD '...'
--              and run create-schema.sql as enrol_owner, connected to the database "enrol".
-- Run twice    the roles are left as they are; CREATE DATABASE, the last statement, answers that the database exists
--              (SQLSTATE 42P04) and changes nothing.
--
-- enrol_owner owns the database and runs the migrations. enrol is the running application: it creates nothing.

DO $$ BEGIN CREATE ROLE enrol_owner LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE enrol LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;

-- The built-in locale sorts by code point and never changes with the operating system, so no index can rot by an
-- upgrade of it. What people see sorted, the application sorts by its own key columns.
CREATE DATABASE enrol OWNER enrol_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8';
