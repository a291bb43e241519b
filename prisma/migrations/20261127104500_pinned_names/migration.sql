-- Why: the guards name tables and functions without their schema, so that whoever types SQL decides what is found
-- under these names. A database whose PUBLIC may still make temporary tables (PostgreSQL gives that by itself), or a
-- role that may make a schema, could put an approved stage of its own before them and skip what they guard. They look
-- in this schema alone from here on. A later migration that writes such a function anew has to say so too:
-- tests/integration/sql-cheats.test.ts looks at all of them.
DO $$
DECLARE
  guard regprocedure;
BEGIN
  FOR guard IN
    SELECT p.oid FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.prorettype = 'trigger'::regtype
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = pg_catalog, public, pg_temp', guard);
  END LOOP;
END $$;
