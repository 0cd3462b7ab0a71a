-- create-schema.sql: who may do what in the database "enrol", and the table by which the nodes of a cluster find each
-- other. Every other table comes with the application, which migrates the schema "public" itself when it starts.
--
-- Run by       enrol_owner, connected to the database "enrol", after create-database.sql:
--                psql -U enrol_owner -d enrol -f create-schema.sql
--              or statement by statement over JDBC. A statement ends with a semicolon at the end of a line, and only
--              there; comments are whole lines.
-- Run twice    safe: the same again.

REVOKE ALL ON DATABASE enrol FROM PUBLIC;
GRANT CONNECT ON DATABASE enrol TO enrol;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO enrol;

-- Read and written by JGroups (cli/30-clustering.cli) before the application is there, hence not among its
-- migrations, and in a schema of its own because Flyway refuses to begin in a schema that is not empty.
CREATE SCHEMA IF NOT EXISTS cluster;
GRANT USAGE ON SCHEMA cluster TO enrol;
CREATE TABLE IF NOT EXISTS cluster.jgroupsping (own_addr varchar(200) NOT NULL, cluster_name varchar(200) NOT NULL, ping_data bytea, PRIMARY KEY (own_addr, cluster_name));
GRANT SELECT, INSERT, UPDATE, DELETE ON cluster.jgroupsping TO enrol;
