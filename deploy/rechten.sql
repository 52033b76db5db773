-- What the role of the service may. Run it as the owner of the tables after each migrate; it may be done again.
GRANT USAGE ON SCHEMA public TO portal_web;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO portal_web;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO portal_web;
REVOKE UPDATE, DELETE ON ground_act, ground_change, ground_securityevent FROM portal_web;
REVOKE INSERT ON ground_change FROM portal_web;
REVOKE INSERT, UPDATE, DELETE ON ground_state, ground_state_part FROM portal_web;
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM portal_web;
