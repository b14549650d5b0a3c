-- One shape for all: nothing in clear but a random or derived number, the day a row ends, and its size class.
CREATE TABLE conversation (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE turn         (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE code         (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE letter       (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE outbox       (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE thread       (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE desk         (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
CREATE TABLE worker       (id INTEGER PRIMARY KEY, day INTEGER NOT NULL, tag BLOB NOT NULL, salt BLOB NOT NULL, body BLOB NOT NULL);
CREATE INDEX conversation_day ON conversation (day);
CREATE INDEX turn_day ON turn (day);
CREATE INDEX code_day ON code (day);
CREATE INDEX letter_day ON letter (day);
CREATE INDEX outbox_day ON outbox (day);
CREATE INDEX thread_day ON thread (day);
CREATE INDEX desk_day ON desk (day);
CREATE INDEX worker_day ON worker (day);
