-- One row when this database was filled with demo data: then, and only then, demo seats may be
-- added to it later.
CREATE TABLE demo_load (
  id TINYINT NOT NULL PRIMARY KEY,
  loaded_at DATETIME(3) NOT NULL,
  CONSTRAINT demo_load_once CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
