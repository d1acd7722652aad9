-- The only row of the counter: the first event gets the number 1.
INSERT INTO "stream_head" ("id", "sequence") VALUES (1, 0);
